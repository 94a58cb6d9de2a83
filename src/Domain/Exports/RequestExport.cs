using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Exports;

/// <summary>The holder, or who represents them, asks for everything as one archive; never a carer (access rights, section 5).</summary>
public sealed record RequestExport
{
    /// <summary>The rule. While one is being made for who asks, asking again gives that one.</summary>
    public static Decision<SpaceEvent, Export> Decide(Space space, RequestExport command, Act act, AccessMatrix matrix)
    {
        if (Trace(space, act, TraceAction.RequestedExport, matrix) is not { Allowed: true } trace)
        {
            return Refused(space, act, TraceAction.RequestedExport, matrix, SpaceRefusals.OnlyTheHolder);
        }

        if (space.Exports.FirstOrDefault(known => known.IsOf(act.By) && known.StateAt(act.At) is ExportState.Preparing) is { } begun)
        {
            return new([new SpaceEvent.Accessed(trace)], begun, []);
        }

        if (space.Exports.Count(known => known.IsOf(act.By) && act.At < known.RequestedAt.AddDays(1)) >= Export.MostADay)
        {
            return Refused(space, act, TraceAction.RequestedExport, matrix, ExportRefusals.TooMany);
        }

        var export = new Export(Ids.Of(act.CommandId, "export"), act.By, act.At);
        return new([new SpaceEvent.Accessed(trace), new SpaceEvent.ExportRequested(export)], export, [])
        {
            Due = [new(DueKind.ExportToPrepare, export.Id, act.At + Export.UsualPreparation), new(DueKind.ExportToRemove, export.Id, export.ExpiresAt)],
        };
    }

    internal static AccessTrace Trace(Space space, Act act, TraceAction action, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, AccessContext.Ordinary, act.At);
        var trace = Reading.Trace(space, act, AccessContext.Ordinary, action, matrix, gate);
        return trace with { Allowed = gate.Allowed && act.By is (Caller.Holder or Caller.Representative) };
    }

    internal static Decision<SpaceEvent, Export> Refused(Space space, Act act, TraceAction action, AccessMatrix matrix, Refusal refusal) =>
        new(space.Holder is null ? [] : [new SpaceEvent.Accessed(Trace(space, act, action, matrix) with { Allowed = false })], refusal, []);
}
