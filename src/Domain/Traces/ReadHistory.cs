using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Traces;

/// <summary>The holder asks for the history of accesses to their space (L. 1111-19); this very reading is part of it.</summary>
public sealed record ReadHistory
{
    /// <summary>The rule. The entries themselves are read from the journal once the trace stands.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ReadHistory command, Act act, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, AccessContext.Ordinary, act.At);
        var trace = Reading.Trace(space, act, AccessContext.Ordinary, TraceAction.ReadHistory, matrix, gate);
        return act.By is Caller.Holder && gate.Allowed
            ? new([new SpaceEvent.Accessed(trace)], Done.Answer, [])
            : new([new SpaceEvent.Accessed(trace with { Allowed = false })], SpaceRefusals.OnlyTheHolder, []);
    }
}
