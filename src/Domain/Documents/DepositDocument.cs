using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>A document enters the record (alimentation, TD2), maybe in the place of another (TD2.1). Its content is in the vault already.</summary>
/// <param name="Holder">Traits of the holder as the insurer's file has them now.</param>
/// <param name="Draft">What the depositor says of it.</param>
/// <param name="Content">Where its content lies.</param>
/// <param name="Replaced">Identity of the document that it replaces, where it is named so and not by its unique identifier.</param>
/// <param name="Submission">The set that it comes in, where it does not come alone; see <see cref="SubmitDocuments"/>.</param>
/// <param name="Secret">The professional opened the record of a minor in secret connection (EX_2.1-1050).</param>
public sealed record DepositDocument(
    HolderSheet Holder, DocumentDraft Draft, DocumentContent Content, Guid? Replaced = null, SubmissionSet? Submission = null, bool Secret = false)
{
    // Clocks of depositors run a little ahead of ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DepositReceipt> Decide(Space space, DepositDocument command, Act act, DocumentTypes types, AccessMatrix matrix)
    {
        var draft = command.Draft;
        if (FeedingRules.Fault(space, command.Holder, act.By, act.At) is { } refused)
        {
            return refused;
        }

        if (types.Find(draft.Type) is not { } type)
        {
            return DocumentRefusals.TypeUnknown;
        }

        if (Fault(draft, type, act) is { } fault)
        {
            return fault;
        }

        // What the depositor may not know of does not stand in their way: a conflict would tell them that it is there.
        if (space.Named(draft.UniqueId).FirstOrDefault(document => Knows(space, act, document, matrix)) is { } known)
        {
            // Networks retry, and the same document may come by two ways: the same content from the same hand is the same deposit.
            return known.Content.Sha256 == command.Content.Sha256 && known.Depositor == Depositor.Of(act.By)
                ? DepositReceipt.Of(known)
                : DocumentRefusals.AlreadyDeposited;
        }

        if (!TryFindReplaced(space, command, Depositor.Of(act.By), out var old) || old is { Status: not DocumentStatus.Current })
        {
            return DocumentRefusals.ReplacedUnknown;
        }

        var minor = command.Holder.IsMinorAt(act.At);
        var labels = draft.Labels
            | (HolderHides(space, draft, old, act) ? Labels.HiddenFromProfessionals : Labels.None)
            | (minor && IsSecret(command, old, act) ? Labels.WithheldFromGuardians : Labels.None);
        var logicalId = Ids.Of(act.CommandId, "document");

        // ASS_X16: the class follows from the type; what the depositor says counts where the table has none.
        var sheet = new DocumentSheet(
            Ids.Of(act.CommandId, "sheet"), logicalId, 1, draft with { Labels = labels, Class = type.Class ?? draft.Class, Replaces = old?.Draft.UniqueId },
            command.Content, DocumentStatus.Current, false, Depositor.Of(act.By), act.At, act.At, command.Submission);

        List<SpaceEvent> events = [.. HolderFile.Recorded(space, command.Holder), new SpaceEvent.DocumentDeposited(sheet)];
        if (old is not null)
        {
            events.Add(new SpaceEvent.DocumentSuperseded(old.LogicalId, logicalId, act.At));
        }

        // What is withheld from who reads the notices, a minor's representatives among them, is not announced to them either.
        Notice[] notices = act.By is Caller.Holder || (labels & CitizenRules.Withheld(fromGuardians: minor)) != 0
            ? []
            : [new(NoticeKind.DocumentAdded, logicalId, act.At)];
        return new(events, DepositReceipt.Of(sheet), notices);
    }

    private static Refusal? Fault(DocumentDraft draft, DocumentType type, Act act) =>
        act.By.IsCitizen && !type.FromPatient ? DocumentRefusals.NotAPatientType
        : act.By.IsCitizen && (draft.Labels & ~(Labels.Normal | Labels.HiddenFromProfessionals)) != 0 ? DocumentRefusals.LabelNotYours
        : draft.UniqueId is not { Length: >= 1 and <= 256 } ? DocumentRefusals.UniqueIdInvalid
        : draft.Title is not { Length: >= 1 and <= 250 } ? DocumentRefusals.TitleInvalid
        : draft.CreatedAt > act.At + ClockSkew ? DocumentRefusals.CreatedInFuture
        // The parameter that would let both stand is off by default (EX_2.1-1050).
        : draft.Labels.HasFlag(Labels.HiddenFromProfessionals | Labels.WithheldFromHolder) ? DocumentRefusals.LabelsExclusive
        : null;

    private static bool Knows(Space space, Act act, DocumentSheet document, AccessMatrix matrix) =>
        document.Depositor.SameHand(Depositor.Of(act.By))
        || AccessRules.See(
            space, act.By, AccessContext.Ordinary, AccessRules.Enter(space, act.By, AccessContext.Ordinary, act.At), document, matrix).Allowed;

    // Whether what is to be replaced was found among what the depositor has deposited, or nothing is to be replaced.
    private static bool TryFindReplaced(Space space, DepositDocument command, Depositor depositor, out DocumentSheet? old)
    {
        old = command.Replaced is { } id ? space.TryFind(id, out var found) && found.Depositor.SameHand(depositor) ? found : null
            : command.Draft.Replaces is { } uniqueId ? space.Named(uniqueId).FirstOrDefault(document => document.Depositor.SameHand(depositor))
            : null;
        return old is not null || (command.Replaced is null && command.Draft.Replaces is null);
    }

    // EX_2.1-1050: everything deposited in secret connection is withheld from the representatives; so is what corrects a document that was.
    private static bool IsSecret(DepositDocument command, DocumentSheet? old, Act act) =>
        !act.By.IsCitizen && (command.Secret || old?.Draft.Labels.HasFlag(Labels.WithheldFromGuardians) == true);

    // The holder's will outlives a correction: what replaces a hidden document is hidden too.
    private static bool HolderHides(Space space, DocumentDraft draft, DocumentSheet? old, Act act) =>
        !act.By.IsCitizen
        && !draft.Labels.HasFlag(Labels.WithheldFromHolder)
        && (space.Choices.HideNewDocuments || old?.Draft.Labels.HasFlag(Labels.HiddenFromProfessionals) == true);
}

/// <summary>What the depositor is answered.</summary>
/// <param name="Id">Technical identity of the sheet.</param>
/// <param name="LogicalId">Identity of the document.</param>
/// <param name="Version">Version of the sheet.</param>
/// <param name="DepositedAt">When it was taken in.</param>
/// <param name="Labels">The labels it has, the holder's default included.</param>
/// <param name="Class">The class it has.</param>
/// <param name="Blob">Where the content that stands lies: not the one just stored, where the deposit was a repetition.</param>
public sealed record DepositReceipt(
    Guid Id, Guid LogicalId, int Version, DateTimeOffset DepositedAt, Labels Labels, string? Class, string Blob)
{
    internal static DepositReceipt Of(DocumentSheet sheet) =>
        new(sheet.Id, sheet.LogicalId, sheet.Version, sheet.DepositedAt, sheet.Draft.Labels, sheet.Draft.Class, sheet.Content.Blob);
}
