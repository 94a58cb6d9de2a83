using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Exports;

/// <summary>The archive of an export is made.</summary>
/// <param name="Id">The export.</param>
/// <param name="Archive">Where it lies.</param>
public sealed record FinishExport(Guid Id, DocumentContent Archive)
{
    /// <summary>The rule. Of several archives made for one export the first counts: whoever made another finds it in the answer, and removes theirs.</summary>
    public static Decision<SpaceEvent, Export> Decide(Space space, FinishExport command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return ExportRefusals.OnlyThePlatform;
        }

        if (space.FindExport(command.Id) is not { } export || export.StateAt(act.At) is ExportState.Expired)
        {
            return ExportRefusals.Unknown;
        }

        if (export.Archive is not null)
        {
            return export;
        }

        var ready = export with { Archive = command.Archive, ReadyAt = act.At };
        return new([new SpaceEvent.ExportReady(export.Id, command.Archive, act.At)], ready, [new Notice(NoticeKind.ExportReady, export.Id, act.At)])
        {
            Due = [new(DueKind.ExportToRemove, export.Id, ready.ExpiresAt)],
        };
    }
}
