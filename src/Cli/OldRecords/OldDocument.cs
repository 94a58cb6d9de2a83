using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Cli.OldRecords;

/// <summary>A document of the old record: its CDA file and the line that stands for it in the index.</summary>
/// <param name="Ins">Whose it is.</param>
/// <param name="Draft">What its header says of it.</param>
/// <param name="By">Who had deposited it: its keeper, or else its first author.</param>
/// <param name="DepositedAt">When.</param>
/// <param name="Cda">The document.</param>
internal sealed record OldDocument(Ins Ins, DocumentDraft Draft, Depositor By, DateTimeOffset DepositedAt, CdaDocument Cda)
{
    private const string ContentType = "text/xml";

    /// <summary>Reads the document that <paramref name="content"/> is. Its header says all that the index does not.</summary>
    public static Outcome<OldDocument> Read(OldRecordLine line, ReadOnlyMemory<byte> content)
    {
        var read = CdaDocument.Read(content);
        if (!read.Accepted)
        {
            return read.Faults[0];
        }

        var cda = read.Value;
        if (cda is not { Id: { } id, Type: { } type, CreatedAt: { } created, Patient.Ins: { } ins })
        {
            return OldRecordRefusals.HeaderIncomplete;
        }

        var service = cda.Services.Count > 0 ? cda.Services[0] : null;
        var draft = new DocumentDraft(
            UniqueIdOf(id), type.Code, null, cda.Title ?? type.Display ?? type.Code, ContentType, line.Format, cda.Language ?? "fr-FR", created.First,
            service?.Start?.First, service?.End?.First, cda.Encounter?.Facility, null, [.. cda.Authors], line.Labels);
        var keeper = cda.Custodian ?? (cda.Authors.Count > 0 ? cda.Authors[0] : null);
        return keeper is null
            ? OldRecordRefusals.HeaderIncomplete
            : new OldDocument(ins, draft, new(keeper.Id, keeper.Organisation, keeper.Name ?? "", Holder: false), line.DepositedAt, cda);
    }

    /// <summary>Why it cannot be of <paramref name="holder"/>, if it cannot.</summary>
    public Refusal? Fault(HolderSheet holder) =>
        CdaAgreement.Check(Cda, Draft, holder).FirstOrDefault(finding => finding.Severity is FindingSeverity.Error)?.What;

    private static string UniqueIdOf(CdaId id) =>
        Guid.TryParse(id.Root, out _) ? $"urn:uuid:{id.Root}" : $"urn:oid:{id.Root}{(id.Extension is null ? "" : "." + id.Extension)}";
}
