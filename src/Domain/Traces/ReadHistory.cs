using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Traces;

/// <summary>The holder, or who represents them, asks for the history of accesses to the space (L. 1111-19); this very reading is part of it.</summary>
/// <param name="Query">Which entries (<see cref="HistoryPage"/>); all of them where there is none.</param>
public sealed record ReadHistory(ResourceQuery? Query = null)
{
    /// <summary>The rule. The entries themselves are read from the journal once the trace stands.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ReadHistory command, Act act, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, AccessContext.Ordinary, act.At);
        var trace = Reading.Trace(space, act, AccessContext.Ordinary, TraceAction.ReadHistory, matrix, gate);
        return act.By is Caller.Holder or Caller.Representative && gate.Allowed
            ? new([new SpaceEvent.Accessed(trace)], Done.Answer, [])
            : new([new SpaceEvent.Accessed(trace with { Allowed = false })], SpaceRefusals.OnlyTheHolder, []);
    }

    /// <summary>
    /// What <paramref name="reader"/> is told of <paramref name="trace"/> at <paramref name="at"/>; nothing where it was left in secret connection
    /// and the reader sees as, or for, a minor. A document that is withheld from the reader is withheld from the history too, without which its
    /// title would announce it; so is how many documents a professional listed, without which the number would.
    /// </summary>
    public static AccessTrace? Told(Space space, AccessTrace trace, Caller reader, DateTimeOffset at)
    {
        var guardian = reader is Caller.Representative || space.HolderIsMinorAt(at);
        if (guardian && SecretConnection.Covers(space, trace))
        {
            return null;
        }

        var told = trace.By.IsCitizen ? trace : trace with { Count = null };
        return trace.Document is { } id && space.TryFind(id, out var document)
            && (document.Draft.Labels & CitizenRules.Withheld(guardian)) != 0
            ? told with { Document = null, Title = null, Type = null, Sight = null }
            : told;
    }
}
