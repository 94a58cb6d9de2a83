using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Spaces;

/// <content>What the space is woken for: one line for each kind.</content>
internal sealed partial class SpaceGrain
{
    public Task FallDue(DueItem item) => item.Kind switch
    {
        DueKind.SpaceOpens => TellOpening(item),
        DueKind.SuspensionEnds => EndSuspension(item),
        DueKind.SpaceErases => Erase(item),
        DueKind.DelegationEndsSoon or DueKind.DelegationEnds =>
            Commit(Envelope.Once(), act => ReviewDelegations.Decide(_space, new(), act), GrainsJson.Default.Done),
        DueKind.HolderComesOfAge => Commit(Envelope.Once(), act => ComeOfAge.Decide(_space, new(), act), GrainsJson.Default.Done),
        DueKind.ExportToPrepare => PrepareExport(item),
        DueKind.ExportToRemove => RemoveExport(item),
        DueKind.HolderDied => RecordDeath(Woken(item), new()),
        DueKind.ErasureToCarryOut => CarryOutErasure(item),
        DueKind.DoubleToTakeIn => TakeInDouble(item),
        DueKind.HistoryEnds => EndHistory(item),
        _ => throw new InvalidOperationException($"A space is not woken for {item.Kind}."),
    };
}
