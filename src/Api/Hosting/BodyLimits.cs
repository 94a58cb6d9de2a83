namespace MonEspaceSante.Api.Hosting;

/// <summary>The most bytes of a request body, by who sends it (security design, rule 24).</summary>
public static class BodyLimits
{
    /// <summary>JSON that carries no document.</summary>
    public const long Json = 64 * 1024;

    /// <summary>A resource that a space keeps as it is sent (our figure: the journal takes 2 MB at once).</summary>
    public const long Resource = 512 * 1024;

    /// <summary>A batch or a transaction of such resources.</summary>
    public const long Resources = 2_000_000;

    /// <summary>A document that the holder adds, before base64.</summary>
    public const long CitizenDocument = 5_000_000;

    /// <summary>A document that a professional deposits, before base64 (our figure: none is published).</summary>
    public const long ProfessionalDocument = 50_000_000;

    /// <summary>All that is said of the documents of a submission set, beside their contents.</summary>
    public const long Sheets = 1024 * 1024;

    /// <summary>The largest body of all: a professional's documents in base64, and their sheets.</summary>
    public const long Largest = (ProfessionalDocument * 4 / 3) + Sheets;
}
