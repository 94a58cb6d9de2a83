using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// A submission set as lists tell it (ITI-66). A document that came alone (ITI-105) makes one too: software that asks for the sets since its
/// last visit must not miss it.
/// </summary>
/// <param name="Id">Identity of the set.</param>
/// <param name="Draft">What the depositor said of it; <see langword="null"/> where the document came alone.</param>
/// <param name="By">Who submitted.</param>
/// <param name="At">When it entered the record: by our clock, since its date is asked for by when one last asked.</param>
/// <param name="Documents">Its documents (logical identities).</param>
public sealed record Submission(Guid Id, SubmissionDraft? Draft, Depositor By, DateTimeOffset At, ValueList<Guid> Documents)
{
    /// <summary>The set that <paramref name="sheet"/> begins.</summary>
    internal static Submission Of(DocumentSheet sheet) => new(
        sheet.Submission?.Id ?? Ids.Of(sheet.LogicalId, "submission"), sheet.Submission?.Draft, sheet.Depositor, sheet.DepositedAt, [sheet.LogicalId]);

    /// <summary>What it is found by: the search parameters of List in PDSm.</summary>
    internal static Indexed IndexOf(Submission submission) => new(submission.Id, submission.At, new([.. Values(submission)]));

    private static IEnumerable<IndexedValue> Values(Submission submission)
    {
        yield return new IndexedValue.Token("code", null, "submissionset");
        yield return new IndexedValue.Token("status", null, "current");
        yield return new IndexedValue.Token("isArchived", null, "false");
        yield return new IndexedValue.Moment("date", submission.At, submission.At.AddMilliseconds(1));
        yield return new IndexedValue.Token("identifier", null, submission.Id.ToString("D"));
        yield return new IndexedValue.Token("identifier", null, $"urn:uuid:{submission.Id}");
        if (submission.Draft is not { } draft)
        {
            yield break;
        }

        yield return new IndexedValue.Token("sourceId", null, draft.SourceId);
        yield return new IndexedValue.Token("designationType", draft.Designation.System, draft.Designation.Code, draft.Designation.Display);
        if (draft.UniqueId is { } uniqueId)
        {
            yield return new IndexedValue.Token("identifier", null, uniqueId);
        }

        if (draft.Title is { } title)
        {
            yield return new IndexedValue.Text("title", title);
        }

        if (draft.Source.Id is { } professional)
        {
            yield return new IndexedValue.Link("source", "PractitionerRole", null, null, ProfessionalId.System, professional.Value);
        }

        if (draft.Source.Organisation is { } structure)
        {
            yield return new IndexedValue.Link("authorOrg", "Organization", null, null, StructureId.System, structure.Value);
        }

        foreach (var word in (draft.Source.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new IndexedValue.Text("source.family", word);
            yield return new IndexedValue.Text("source.given", word);
        }
    }
}
