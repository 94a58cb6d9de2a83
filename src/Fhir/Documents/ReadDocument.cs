using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>A document as a DocumentReference brings it, its data embedded (PDSm simplified publish, ITI-105) or in a Binary beside it (ITI-65).</summary>
/// <param name="Patient">Whose it is.</param>
/// <param name="Draft">What its depositor says of it.</param>
/// <param name="Content">Its content: not empty, of the declared media type, size and hash where they are declared.</param>
/// <param name="ReplacedLogicalId">
/// Logical identity of the document that it replaces, where it is named so (<c>DocumentReference/{id}</c>): who can look it up puts its unique
/// identifier in the draft. Otherwise the draft says it all.
/// </param>
/// <param name="DeclaredSha1">Hash that the depositor declared, base64; it is the content's.</param>
/// <param name="DeclaredSize">Size that the depositor declared, in bytes; it is the content's.</param>
public sealed record ReadDocument(
    SubjectKey Patient, DocumentDraft Draft, ReadOnlyMemory<byte> Content, Guid? ReplacedLogicalId, string? DeclaredSha1, long? DeclaredSize);
