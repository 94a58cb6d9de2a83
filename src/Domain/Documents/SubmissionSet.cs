namespace MonEspaceSante.Domain.Documents;

/// <summary>What the depositor says of a submission set (lot de soumission): documents that enter the record together (IHE MHD, PDSm).</summary>
/// <param name="UniqueId">Given by the sender's software, where it gives one.</param>
/// <param name="SourceId">The sending system (sourceId).</param>
/// <param name="Designation">What the set is about (designationType, contentTypeCode).</param>
/// <param name="Source">Who sends it.</param>
/// <param name="Date">When it was sent, as the sender says (submissionTime).</param>
/// <param name="Title">Title, where it has one.</param>
public sealed record SubmissionDraft(string? UniqueId, string SourceId, CodedValue Designation, Author Source, DateTimeOffset Date, string? Title);

/// <summary>A submission set of the record. Each of its documents keeps it: the documents that keep the same one are its members.</summary>
/// <param name="Id">Identity of the set.</param>
/// <param name="Draft">What the depositor said.</param>
public sealed record SubmissionSet(Guid Id, SubmissionDraft Draft);
