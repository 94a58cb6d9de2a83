using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>Documents and the reference data they are judged by.</summary>
internal static class Papers
{
    /// <summary>Biology report: read by most professions.</summary>
    public const string Biology = "11502-2";

    /// <summary>Delivery report: closed to opticians.</summary>
    public const string Delivery = "15508-5";

    /// <summary>A document that patients deposit.</summary>
    public const string FromPatient = "DOCPAT01";

    private static readonly ReferenceData Reference = ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "reference"));

    public static DocumentTypes Types => Reference.Types;

    public static AccessMatrix Matrix => Reference.Matrices.At(Moments.Now);

    public static MeasureTable Measures => Reference.Measures;

    public static DocumentDraft Draft(string uniqueId = "1.2.3", string type = Biology, Labels labels = Labels.Normal, string? replaces = null) => new(
        uniqueId, type, null, "Compte rendu", "application/pdf", null, "fr-FR", Moments.Now.AddDays(-2), null, null, null, null, [], labels, replaces);

    public static DocumentContent Content(string sha256 = "aa") => new("vault/aa", "key", 3, sha256, "qg==");

    public static SubmissionDraft Submission() => new(
        "1.2.9", "urn:oid:1.2.250.1.999.9", new("urn:oid:1.2.250.1.213.1.1.4.1", "11", "Synthèse"), new(People.Gp, "Dr 1", People.Clinic), Moments.Now.AddMinutes(-2),
        "Lot de juin");

    /// <summary>A sheet of the record, deposited by <paramref name="by"/>, a laboratory unless said otherwise.</summary>
    public static DocumentSheet Sheet(
        string uniqueId = "1.2.3", string type = Biology, Labels labels = Labels.Normal, Caller? by = null, DocumentStatus status = DocumentStatus.Current,
        DateTimeOffset? at = null, ProfessionalId? author = null) =>
        new(Ids.Of(Guid.Empty, "sheet " + uniqueId), Ids.Of(Guid.Empty, uniqueId), 1,
            Draft(uniqueId, type, labels) with { Authors = author is null ? [] : [new(null, "Automate"), new(author, "Dr 2")] }, Content(), status, false,
            Depositor.Of(by ?? People.Laboratory()), at ?? Moments.Now.AddDays(-1), at ?? Moments.Now.AddDays(-1));
}
