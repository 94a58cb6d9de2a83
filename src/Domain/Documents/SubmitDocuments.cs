using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>Documents enter the record together, all or none (lot de soumission, TD2 and TD2.1). Their contents are in the vault already.</summary>
/// <param name="Holder">Traits of the holder as the insurer's file has them now.</param>
/// <param name="Set">What the depositor says of the set.</param>
/// <param name="Documents">Its documents: a later one may replace an earlier one.</param>
/// <param name="Superseded">Documents that the depositor declares superseded: each must be replaced by one of <paramref name="Documents"/>.</param>
/// <param name="Place">Where the set stands in what was sent, for refusals to point at.</param>
/// <param name="Secret">The professional opened the record of a minor in secret connection (EX_2.1-1050).</param>
public sealed record SubmitDocuments(
    HolderSheet Holder, SubmissionDraft Set, ValueList<SubmittedDocument> Documents, ValueList<NamedDocument> Superseded, string Place,
    bool Secret = false)
{
    private const int LongestText = 256;

    /// <summary>Identity of the deposit of the document <paramref name="index"/>, as a part of the command <paramref name="commandId"/>.</summary>
    public static Guid PartOf(Guid commandId, int index) => Ids.Of(commandId, string.Create(CultureInfo.InvariantCulture, $"part {index}"));

    /// <summary>The rule: each document is a deposit of its own, decided over a space that counts the earlier ones already.</summary>
    public static Decision<SpaceEvent, SubmissionReceipt> Decide(Space space, SubmitDocuments command, Act act, DocumentTypes types, AccessMatrix matrix)
    {
        if (Texts(command.Set).Any(text => text?.Length > LongestText))
        {
            return SubmissionRefusals.TextTooLong.At(command.Place);
        }

        // The space itself changes when the events are durable, not before.
        var (after, events, notices) = (space.Copy(), new List<SpaceEvent>(), new List<Notice>());
        var deposited = new List<Guid>();
        var set = new SubmissionSet(Ids.Of(act.CommandId, "submission"), command.Set);
        foreach (var (index, document) in command.Documents.Index())
        {
            var deposit = new DepositDocument(command.Holder, document.Draft, document.Content, document.Replaced, set, command.Secret);
            var decision = DepositDocument.Decide(after, deposit, act with { CommandId = PartOf(act.CommandId, index) }, types, matrix);
            if (!decision.Answer.Accepted)
            {
                return decision.Answer.Refusal.At(document.Place);
            }

            foreach (var happened in decision.Events)
            {
                after.Apply(happened);
            }

            deposited.Add(decision.Answer.Value.LogicalId);
            events.AddRange(decision.Events);
            notices.AddRange(decision.Notices);
        }

        // A set that brings nothing new is a repetition, whatever it is called.
        if (events.Count > 0 && set.Draft.UniqueId is { } name && space.Documents.Any(known => known.Submission?.Draft.UniqueId == name))
        {
            return SubmissionRefusals.AlreadySubmitted.At(command.Place);
        }

        var receipt = Receipt(after, command, deposited, Depositor.Of(act.By));
        return receipt.Accepted ? new Decision<SpaceEvent, SubmissionReceipt>(events, receipt, notices) : receipt.Refusal;
    }

    private static Outcome<SubmissionReceipt> Receipt(Space after, SubmitDocuments command, List<Guid> deposited, Depositor depositor)
    {
        var sheets = deposited.ConvertAll(id => after.TryFind(id, out var sheet) ? sheet : null!);
        var replaced = new List<StoredVersion>();
        foreach (var named in command.Superseded)
        {
            // The same answer for what is unknown and for what is left alone: the depositor may not know which.
            if (Find(after, named, depositor) is not { } old || !sheets.Exists(sheet => sheet.Draft.Replaces == old.Draft.UniqueId))
            {
                return SubmissionRefusals.NotReplacedHere.At(named.Place);
            }

            replaced.Add(StoredVersion.Of(old));
        }

        // The latest is of this set if any is: the earlier ones may have come before, alone or in another set.
        var newest = sheets.MaxBy(sheet => sheet.DepositedAt);
        return new SubmissionReceipt(
            newest?.Submission is { } set ? new(set.Id, 1, newest.DepositedAt) : null,
            sheets.Select(StoredVersion.Of).ToValueList(), replaced.ToValueList());
    }

    private static DocumentSheet? Find(Space space, NamedDocument named, Depositor depositor) =>
        named.LogicalId is { } id ? space.TryFind(id, out var document) ? document : null
        : named.UniqueId is { } name ? space.Named(name).FirstOrDefault(known => known.Depositor.SameHand(depositor))
        : null;

    private static string?[] Texts(SubmissionDraft set) =>
        [set.UniqueId, set.SourceId, set.Title, set.Source.Name, set.Designation.System, set.Designation.Code, set.Designation.Display];
}

/// <summary>A document of a submission set.</summary>
/// <param name="Draft">What its depositor says of it.</param>
/// <param name="Content">Where its content lies.</param>
/// <param name="Replaced">Identity of the document that it replaces, where it is named so and not by its unique identifier.</param>
/// <param name="Place">Where it stands in what was sent, for refusals to point at.</param>
public sealed record SubmittedDocument(DocumentDraft Draft, DocumentContent Content, Guid? Replaced, string Place);

/// <summary>A document of the record, named by one of its identities.</summary>
/// <param name="UniqueId">Given by its author's software.</param>
/// <param name="LogicalId">Given by the record.</param>
/// <param name="Place">Where it is named in what was sent, for refusals to point at.</param>
public sealed record NamedDocument(string? UniqueId, Guid? LogicalId, string Place);

/// <summary>What the depositor of a submission set is answered.</summary>
/// <param name="Set">The set; <see langword="null"/> where every document had come before without one.</param>
/// <param name="Documents">Its documents, in the order of the command.</param>
/// <param name="Superseded">The documents declared superseded, in the order of the command.</param>
public sealed record SubmissionReceipt(StoredVersion? Set, ValueList<StoredVersion> Documents, ValueList<StoredVersion> Superseded);

/// <summary>Something of the record as it stands.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="At">Since when it stands so.</param>
public sealed record StoredVersion(Guid Id, int Version, DateTimeOffset At)
{
    internal static StoredVersion Of(DocumentSheet sheet) => new(sheet.LogicalId, sheet.Version, sheet.UpdatedAt);
}
