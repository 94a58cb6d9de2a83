using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>
/// Whatever a representative or a carer does in somebody's space, or tries beyond their right (security design, R9), leaves a trace that names them:
/// what the holder does themself says so by its event alone.
/// </summary>
public static class ProxyTrace
{
    /// <summary><paramref name="decision"/> with that trace, where it has none.</summary>
    public static Decision<SpaceEvent, TAnswer> In<TAnswer>(Decision<SpaceEvent, TAnswer> decision, Space space, Act act, AccessMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var forbidden = decision.Answer.Refusal?.Kind is RefusalKind.Forbidden;
        if (act.By is not (Caller.Representative or Caller.Carer) || space.Holder is null || (decision.Events.Count == 0 && !forbidden)
            || decision.Events.Any(happened => happened is SpaceEvent.Accessed))
        {
            return decision;
        }

        var gate = AccessRules.Enter(space, act.By, AccessContext.Ordinary, act.At);
        var trace = Reading.Trace(
            space, act, AccessContext.Ordinary, TraceAction.ActedForHolder, matrix, gate.Allowed && forbidden ? AccessVerdict.No(AccessReason.BeyondProxy) : gate);
        return decision with { Events = [.. decision.Events, new SpaceEvent.Accessed(trace)] };
    }
}
