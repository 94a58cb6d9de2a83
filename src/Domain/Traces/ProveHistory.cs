using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Traces;

/// <summary>The holder takes away the proof of the whole history of accesses; this very reading is part of it.</summary>
public sealed record ProveHistory
{
    /// <summary>The rule. The entries themselves are read from the journal once the trace stands.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ProveHistory command, Act act, AccessMatrix matrix)
    {
        var read = ReadHistory.Decide(space, new(), act, matrix);
        if (!read.Answer.Accepted || MayTake(space, act.By, act.At))
        {
            return read;
        }

        var attempts = read.Events.OfType<SpaceEvent.Accessed>().Select(accessed => new SpaceEvent.Accessed(accessed.Trace with { Allowed = false }));
        return new([.. attempts], HistoryRefusals.ProofIsForAdults, []);
    }

    /// <summary>
    /// Whether <paramref name="reader"/> may have what the chain alone tells: that entries are there and when they were written. It would give a
    /// secret connection away to who sees as, or for, a minor (R. 1111-33), whatever it holds.
    /// </summary>
    public static bool MayTake(Space space, Caller reader, DateTimeOffset at) =>
        reader is Caller.Holder holder && holder.Space == space.Id && !space.HolderIsMinorAt(at);

    /// <summary>Whether the body of <paramref name="trace"/> stands in the proof: only if the reader is told of it just as it was recorded.</summary>
    public static bool Shows(Space space, AccessTrace trace, Caller reader, DateTimeOffset at) => ReadHistory.Told(space, trace, reader, at) == trace;
}

/// <summary>Why a history is not proved.</summary>
public static class HistoryRefusals
{
    /// <summary>For the holder, once of age.</summary>
    public static readonly Refusal ProofIsForAdults = new("history-proof-for-adults", RefusalKind.Forbidden,
        "The proof of a history is for its holder alone, once of age: it tells that entries are there which others are not told of.",
        "La preuve d’un historique est pour son seul titulaire, une fois majeur : elle dit la présence d’entrées que d’autres ne voient pas.");
}
