namespace MonEspaceSante.Fhir.Cda;

/// <summary>The words that the page of a document adds to the document's own, in its language.</summary>
internal sealed record CdaWords(
    string Language, string Untitled, string Patient, string Matricule, string Born, string Made, string Author, string Authenticator, string Custodian,
    string Image, string ImageNotShown, string DayFormat, string TimeFormat)
{
    private static readonly CdaWords French = new(
        "fr", "Document de santé", "Patient", "Matricule INS", "Date de naissance", "Date du document", "Auteur", "Responsable", "Organisme conservant le document",
        "Image", "image non affichée", "dd'/'MM'/'yyyy", "dd'/'MM'/'yyyy HH':'mm");

    private static readonly CdaWords English = new(
        "en", "Health document", "Patient", "INS number", "Date of birth", "Date of the document", "Author", "Authenticator", "Custodian",
        "Image", "image not shown", "yyyy'-'MM'-'dd", "yyyy'-'MM'-'dd HH':'mm");

    /// <summary>English for documents in English; the language of the country otherwise.</summary>
    public static CdaWords For(string? language) => language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : French;
}
