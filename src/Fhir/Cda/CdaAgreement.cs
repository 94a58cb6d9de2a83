using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>How much a disagreement matters.</summary>
public enum FindingSeverity
{
    /// <summary>The document is not taken in.</summary>
    Error,

    /// <summary>It is taken in; its producer should know.</summary>
    Warning,
}

/// <summary>Something that a document and its deposit say differently.</summary>
/// <param name="What">What, and the element of the document where it shows.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record CdaFinding(Refusal What, FindingSeverity Severity);

/// <summary>Holds a document against the metadata that it is deposited with, which are an extract of its header (IHE XDS metadata from CDA; CI-SIS, sharing of documents).</summary>
/// <remarks>
/// Errors are what would do harm unseen: a document found under the identifier of another, opened to professions that may not read its real type, filed in
/// somebody else's record, or put out of its order. The rest warns: authors, language and acts of a deposit describe and decide nothing, and software in
/// use writes them loosely. What either side leaves out contradicts nothing.
/// </remarks>
public static class CdaAgreement
{
    /// <summary>All that <paramref name="document"/> says otherwise than <paramref name="draft"/>, deposited in the record of <paramref name="holder"/>, and what its header lacks.</summary>
    public static IReadOnlyList<CdaFinding> Check(CdaDocument document, DocumentDraft draft, HolderSheet holder)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(holder);
        (bool Differs, Refusal What, string Element, FindingSeverity Severity)[] rules =
        [
            (document.Id is { } id && !id.IsMeantBy(draft.UniqueId), CdaAgreementRefusals.UniqueIdDiffers, "id", FindingSeverity.Error),
            // The value set of types shares no code between its systems (JDV_J66).
            (document.Type is { } type && type.Code != draft.Type, CdaAgreementRefusals.TypeDiffers, "code", FindingSeverity.Error),
            (document.Patient?.Ins is { } ins && ins != holder.Ins, CdaAgreementRefusals.PatientDiffers, "recordTarget/patientRole/id", FindingSeverity.Error),
            (document.CreatedAt is { } created && !SameTime(created, draft.CreatedAt), CdaAgreementRefusals.CreatedDiffers, "effectiveTime", FindingSeverity.Error),
            (document.Patient is { } patient && TraitsDiffer(patient, holder), CdaAgreementRefusals.TraitsDiffer, "recordTarget/patientRole/patient", FindingSeverity.Warning),
            (AuthorsDiffer(document.Authors, draft.Authors), CdaAgreementRefusals.AuthorDiffers, "author", FindingSeverity.Warning),
            (document.Language is { } language && Primary(language) != Primary(draft.Language), CdaAgreementRefusals.LanguageDiffers, "languageCode", FindingSeverity.Warning),
            (ActDiffers(document.Services, draft), CdaAgreementRefusals.ActDiffers, "documentationOf", FindingSeverity.Warning),
            .. Missing(document).Select(element => (true, CdaAgreementRefusals.ElementMissing, element, FindingSeverity.Warning)),
        ];
        return [.. rules.Where(rule => rule.Differs).Select(rule => new CdaFinding(rule.What.At($"{CdaHeaderReader.Root}/{rule.Element}"), rule.Severity))];
    }

    private static IEnumerable<string> Missing(CdaDocument document)
    {
        (bool IsMissing, string Element)[] required =
        [
            (document.Id is null, "id"), (document.Type is null, "code"), (document.Title is null, "title"), (document.CreatedAt is null, "effectiveTime"),
            (document.Confidentiality is null, "confidentialityCode"), (document.Language is null, "languageCode"),
            (document.Patient?.Ins is null, "recordTarget/patientRole/id"), (document.Authors.Count == 0, "author"), (document.Custodian is null, "custodian"),
            (document.LegalAuthenticator is null, "legalAuthenticator"), (document.Services.Count == 0, "documentationOf"),
            (document.Encounter is null, "componentOf"), (document.Body is CdaBody.None, "component"),
        ];
        return required.Where(rule => rule.IsMissing).Select(rule => rule.Element);
    }

    // The document may name a minute where the deposit has a second, or the deposit a day where the document has a minute.
    private static bool SameTime(CdaTime document, DateTimeOffset deposit) =>
        (deposit >= document.First && deposit < document.Last.AddSeconds(1))
        || (CdaTime.IsMidnight(deposit) && CdaTime.Day(deposit) == CdaTime.Day(document.First));

    private static bool TraitsDiffer(CdaPatient patient, HolderSheet holder) =>
        (patient.Sex is { } sex && sex != holder.Sex)
        || (patient.BirthDate is { } birth && (holder.BirthDate < CdaTime.Day(birth.First) || holder.BirthDate > CdaTime.Day(birth.Last)));

    private static bool AuthorsDiffer(IEnumerable<Author> document, IEnumerable<Author> deposit)
    {
        var (ours, theirs) = (Ids(document), Ids(deposit));
        return ours.Count > 0 && theirs.Count > 0 && !ours.Overlaps(theirs);
    }

    private static HashSet<ProfessionalId> Ids(IEnumerable<Author> authors) => [.. authors.Select(author => author.Id).OfType<ProfessionalId>()];

    private static bool ActDiffers(IReadOnlyList<CdaService> services, DocumentDraft draft)
    {
        var dated = services.Where(service => service.Start is not null || service.End is not null).ToList();
        return dated.Count > 0 && !dated.Any(service => SameDay(service.Start, draft.ActStart) && SameDay(service.End, draft.ActEnd));
    }

    private static bool SameDay(CdaTime? document, DateTimeOffset? deposit) =>
        document is not { } time || deposit is not { } day
        || (CdaTime.Day(day) >= CdaTime.Day(time.First) && CdaTime.Day(day) <= CdaTime.Day(time.Last));

    private static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();
}
