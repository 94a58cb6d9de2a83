using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Grains.Spaces;

/// <content>What the space is woken for: one line for each kind.</content>
internal sealed partial class SpaceGrain
{
    public Task FallDue(DueItem item) => item.Kind switch
    {
        DueKind.SpaceOpens => TellOpening(item),
        DueKind.SuspensionEnds => EndSuspension(item),
        DueKind.SpaceErases => Erase(item),
        DueKind.ErasureToCarryOut => CarryOutErasure(item),
        DueKind.HistoryEnds => EndHistory(item),
        _ => throw new InvalidOperationException($"A space is not woken for {item.Kind}."),
    };
}
