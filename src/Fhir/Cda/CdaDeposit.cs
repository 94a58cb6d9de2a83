using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Looks into the CDA document of a deposit before it is taken in.</summary>
public static class CdaDeposit
{
    /// <summary>Whether a content of the type <paramref name="contentType"/> is a CDA document: the only XML that the record keeps.</summary>
    public static bool IsCda(string contentType)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        return contentType.Split(';')[0].Trim().ToLowerInvariant() is "application/xml" or "text/xml";
    }

    /// <summary>Why <paramref name="document"/> is not taken in the record of <paramref name="holder"/>; nothing where it is no CDA document, or one that contradicts nothing.</summary>
    /// <param name="document">The deposit.</param>
    /// <param name="holder">Traits of the holder as the insurer's file has them.</param>
    /// <param name="place">FHIRPath of its DocumentReference in what was sent.</param>
    public static IReadOnlyList<Refusal> Refusals(ReadDocument document, HolderSheet holder, string place)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!IsCda(document.Draft.ContentType))
        {
            return [];
        }

        var read = CdaDocument.Read(document.Content);
        var refusals = read.Accepted
            ? CdaAgreement.Check(read.Value, document.Draft, holder).Where(finding => finding.Severity is FindingSeverity.Error).Select(finding => finding.What)
            : read.Faults;
        return [.. refusals.Select(refusal => In(refusal, $"{place}.content[0].attachment"))];
    }

    // An OperationOutcome points into FHIR alone: the place in the document goes into the sentence.
    private static Refusal In(Refusal refusal, string attachment) => refusal with
    {
        English = $"{refusal.English} ({refusal.Expression})",
        French = $"{refusal.French} ({refusal.Expression})",
        Expression = attachment,
    };
}
