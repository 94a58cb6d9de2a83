using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Exports;

/// <summary>Who asked for an archive takes it away, whole or a part of it; the trace stands before a byte is given.</summary>
public sealed record DownloadExport(Guid Id)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Export> Decide(Space space, DownloadExport command, Act act, AccessMatrix matrix)
    {
        var found = space.FindExport(command.Id);
        if (found?.IsOf(act.By) is not true || RequestExport.Trace(space, act, TraceAction.DownloadedExport, matrix) is not { Allowed: true } trace)
        {
            return RequestExport.Refused(space, act, TraceAction.DownloadedExport, matrix, ExportRefusals.Unknown);
        }

        return found.StateAt(act.At) switch
        {
            ExportState.Ready => new([new SpaceEvent.Accessed(trace)], found, []),
            var state => RequestExport.Refused(
                space, act, TraceAction.DownloadedExport, matrix, state is ExportState.Preparing ? ExportRefusals.NotReady : ExportRefusals.Unknown),
        };
    }
}
