using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Grains.Spaces;

/// <summary>What the proof of a history may tell.</summary>
/// <param name="Head">The entry it goes up to: the trace of this very reading.</param>
/// <param name="Closed">Accesses that are not told to the holder as they were recorded: the proof holds their digest alone.</param>
public sealed record HistoryGrant(HistoryHead Head, ValueList<long> Closed);

/// <summary>Where a history stands.</summary>
/// <param name="Sequence">The last entry.</param>
/// <param name="Chain">The chain value after it, in hexadecimal.</param>
public sealed record HistoryHead(long Sequence, string Chain)
{
    /// <summary>As it crosses calls.</summary>
    public static HistoryHead Of(JournalHead head) => new(head.Sequence, head.Chain.ToString());

    /// <summary>As the journal knows it.</summary>
    public JournalHead ToJournal() => new(Sequence, ChainValue.Read(Convert.FromHexString(Chain)));
}
