using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>A submission as a transaction brings it (ITI-65, TD2 and TD2.1).</summary>
/// <param name="Patient">Whose documents they are, all of them.</param>
/// <param name="Set">What the depositor says of the set.</param>
/// <param name="Place">FHIRPath of the set.</param>
/// <param name="Documents">The documents, one at least, in the order of the bundle.</param>
/// <param name="Superseded">The documents that patches declare superseded, in the order of the bundle.</param>
/// <param name="Entries">What each entry of the bundle is, in its order: that of the answer.</param>
public sealed record ReadSubmission(
    SubjectKey Patient, SubmissionDraft Set, string Place, IReadOnlyList<PlacedDocument> Documents, IReadOnlyList<NamedDocument> Superseded,
    IReadOnlyList<SubmissionEntry> Entries);

/// <summary>A document of a submission.</summary>
/// <param name="Document">The document, its content with it.</param>
/// <param name="Place">FHIRPath of its DocumentReference.</param>
public sealed record PlacedDocument(ReadDocument Document, string Place);

/// <summary>An entry of the bundle.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Of which document, or of which superseded document; 0 for the set.</param>
public sealed record SubmissionEntry(SubmissionEntryKind Kind, int Index);

/// <summary>What entries of a submission are.</summary>
public enum SubmissionEntryKind
{
    /// <summary>The submission set.</summary>
    Set,

    /// <summary>The sheet of a document.</summary>
    Document,

    /// <summary>The content of a document.</summary>
    Content,

    /// <summary>The patch of a document that another replaces (TD2.1).</summary>
    Supersession,
}
