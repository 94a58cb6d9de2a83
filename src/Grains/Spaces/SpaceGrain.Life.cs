using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Where the space is in its life.</content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<SpaceLife>> Life() =>
        Task.FromResult(SpaceLife.Of(_space, new Act(CallerContext.Required, Time.GetUtcNow(), Guid.Empty)));

    public Task<Outcome<Done>> Close(Envelope envelope, CloseSpace command) =>
        Commit(envelope, act => CloseSpace.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> AskDeletion(Envelope envelope, AskDeletion command) =>
        Commit(envelope, act => Domain.Spaces.AskDeletion.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> CancelDeletion(Envelope envelope, CancelDeletion command) =>
        Commit(envelope, act => Domain.Spaces.CancelDeletion.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> Reopen(Envelope envelope, ReopenSpace command) =>
        Commit(envelope, act => ReopenSpace.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> Suspend(Envelope envelope, SuspendSpace command) =>
        Commit(envelope, act => SuspendSpace.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> ObjectToSuspension(Envelope envelope, ObjectToSuspension command) =>
        Commit(envelope, act => Domain.Spaces.ObjectToSuspension.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> LiftSuspension(Envelope envelope, LiftSuspension command) =>
        Commit(envelope, act => Domain.Spaces.LiftSuspension.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> RecordDeath(Envelope envelope, RecordDeath command) =>
        Commit(envelope, act => Domain.Spaces.RecordDeath.Decide(_space, command, act), GrainsJson.Default.Done);

    private Task<Outcome<Done>> TellOpening(DueItem item) => Commit(Woken(item), act => Domain.Spaces.TellOpening.Decide(_space, new(), act), GrainsJson.Default.Done);

    private Task<Outcome<Done>> EndSuspension(DueItem item) => Commit(Woken(item), act => Domain.Spaces.EndSuspension.Decide(_space, new(), act), GrainsJson.Default.Done);

    private Task<Outcome<Done>> Erase(DueItem item) => Commit(Woken(item), act => EraseSpace.Decide(_space, new(), act), GrainsJson.Default.Done);

    // The state tells what was done already: no mark of the command is needed, and none could be kept once the keys are destroyed.
    private static Envelope Woken(DueItem item) => new(item.Id);
}
