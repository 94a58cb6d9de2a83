using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Exports;

/// <summary>An export whose time is over goes; its archive was removed before.</summary>
public sealed record RemoveExport(Guid Id)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, RemoveExport command, Act act) =>
        act.By is not Caller.Platform ? ExportRefusals.OnlyThePlatform
        : space.FindExport(command.Id)?.StateAt(act.At) is ExportState.Expired
            ? new Decision<SpaceEvent, Done>([new SpaceEvent.ExportRemoved(command.Id, act.At)], Done.Answer, [])
        : Done.Answer;
}
