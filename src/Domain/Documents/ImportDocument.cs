using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// A document of the record that the person had before (DMP) moves into the space (lifecycle 1), whether it is open yet or not, with the dates and the
/// depositor that it had there. Nobody is told: nothing is new. Its content is in the vault already.
/// </summary>
/// <param name="Holder">Traits of the holder as the insurer's file has them now.</param>
/// <param name="Draft">What the old record says of it.</param>
/// <param name="Content">Where its content lies.</param>
/// <param name="By">Who had deposited it.</param>
/// <param name="DepositedAt">When.</param>
public sealed record ImportDocument(HolderSheet Holder, DocumentDraft Draft, DocumentContent Content, Depositor By, DateTimeOffset DepositedAt)
{
    /// <summary>The identity of the document <paramref name="uniqueId"/> of the old record in <paramref name="space"/>: the same at each run.</summary>
    public static Guid IdentityOf(SpaceId space, string uniqueId) => Ids.Of(Guid.Parse(space.Value), "old-record|" + uniqueId);

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DepositReceipt> Decide(Space space, ImportDocument command, Act act, DocumentTypes types)
    {
        if (Ask(space, command, act, types) is { } refused)
        {
            return refused;
        }

        var id = IdentityOf(space.Id, command.Draft.UniqueId);
        if (space.TryFind(id, out var imported))
        {
            return DepositReceipt.Of(imported);
        }

        var sheet = new DocumentSheet(
            Ids.Of(id, "sheet"), id, 1, command.Draft with { Class = types.Find(command.Draft.Type)!.Class ?? command.Draft.Class }, command.Content,
            DocumentStatus.Current, false, command.By, command.DepositedAt, command.DepositedAt, Imported: true);
        return new([.. HolderFile.Recorded(space, command.Holder), new SpaceEvent.DocumentDeposited(sheet)], DepositReceipt.Of(sheet), []);
    }

    private static Refusal? Ask(Space space, ImportDocument command, Act act, DocumentTypes types) =>
        act.By is not Caller.Platform ? SpaceRefusals.OnlyTheInsurer
        : space.StatusOf(command.Holder, act.At) is SpaceStatus.Erased ? SpaceRefusals.IsErased
        : types.Find(command.Draft.Type) is null ? DocumentRefusals.TypeUnknown
        : command.Draft.UniqueId is not { Length: >= 1 and <= 256 } ? DocumentRefusals.UniqueIdInvalid
        : command.Draft.Title is not { Length: >= 1 and <= 250 } ? DocumentRefusals.TitleInvalid
        : command.Draft.CreatedAt > act.At || command.DepositedAt > act.At ? DocumentRefusals.CreatedInFuture
        : command.Draft.Labels.HasFlag(Labels.HiddenFromProfessionals | Labels.WithheldFromHolder) ? DocumentRefusals.LabelsExclusive
        // Deposited again since by its author, who then sent it to the space directly: that one stands.
        : space.Named(command.Draft.UniqueId).Any(document => !document.Imported) ? DocumentRefusals.AlreadyDeposited
        : null;
}
