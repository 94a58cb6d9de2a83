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

    /// <summary>
    /// What the holder is told of <paramref name="trace"/>: a document that is withheld from them is withheld from their history too, without
    /// which its title would announce it.
    /// </summary>
    public static AccessTrace Told(Space space, AccessTrace trace) =>
        trace.Document is { } id && space.TryFind(id, out var document) && document.Draft.Labels.HasFlag(Labels.WithheldFromHolder)
            ? trace with { Document = null, Title = null, Type = null, Sight = null }
            : trace;
}
