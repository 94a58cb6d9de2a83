using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Journals;

/// <summary>Opens journals.</summary>
public interface IJournalStore
{
    /// <summary>
    /// Opens the journal <paramref name="id"/> for one activation: reads its snapshot if there is a usable one, then every entry after it, oldest first.
    /// A journal never written has no blob and opens empty.
    /// </summary>
    /// <param name="id">The journal.</param>
    /// <param name="schema">Version of the shape of snapshots; a snapshot of another version is ignored and everything is replayed.</param>
    /// <param name="restore">Given the state of the snapshot, before any entry; not called without snapshot.</param>
    /// <param name="replay">Given each entry in order. The entry's memory is the callee's to keep.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JournalCorruptedException">The journal is quarantined: it cannot be read up to its end.</exception>
    /// <exception cref="Blobs.StorageUnavailableException">The store is out of reach.</exception>
    Task<IJournal> OpenAsync(
        JournalId id, int schema, Action<ReadOnlyMemory<byte>> restore, Action<JournalEntry> replay, CancellationToken cancellationToken);
}

/// <summary>
/// An open journal, for one activation. The next append comes after the last one's answer, and the next snapshot too;
/// a snapshot may be on its way while entries are appended.
/// </summary>
public interface IJournal
{
    /// <summary>Whose journal it is.</summary>
    JournalId Id { get; }

    /// <summary>The number of the last entry; 0 for an empty journal.</summary>
    long Sequence { get; }

    /// <summary>The last entry and the chain value after it.</summary>
    JournalHead Head { get; }

    /// <summary>True once the entries since the last snapshot are worth one (over 256 entries or 64 KiB; storage design, section 4.7).</summary>
    bool SnapshotDue { get; }

    /// <summary>
    /// Appends all of <paramref name="entries"/> (1 or more, at most 4 MiB together, framing included) or none, as one block, and answers when
    /// they are durable. They all carry one time: now, or 100 ns after the last entry's if the clock has not moved on.
    /// </summary>
    /// <returns>The sequence of the first entry and the time they all carry.</returns>
    /// <exception cref="OutcomeUnknownException">
    /// Somebody else has written, or the store did not answer in time. This journal is dead: whoever holds it reopens before deciding again.
    /// </exception>
    /// <exception cref="JournalCorruptedException">What the store holds contradicts what it had confirmed.</exception>
    /// <exception cref="InvalidOperationException">The key of an entry's class was destroyed: nothing was appended, and this journal is dead.</exception>
    Task<Appended> AppendAsync(IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps <paramref name="state"/>, which must be the state after the last entry at the moment of the call and takes at most 64 MiB, as the snapshot.
    /// Losing a race or the store changes nothing: answers false. So does a journal whose data key was destroyed, or that is dead.
    /// </summary>
    Task<bool> SnapshotAsync(ReadOnlyMemory<byte> state, CancellationToken cancellationToken);

    /// <summary>Whether what the journal held was erased: entries of classes data and message stand, and nobody reads them; none are appended any more.</summary>
    bool ContentErased { get; }

    /// <summary>Whether the trace was erased too: nothing is appended any more.</summary>
    bool HistoryErased { get; }

    /// <summary>Destroys the data and message keys, and removes the snapshot. Repeated, it changes nothing; of a journal never written, nothing at all.</summary>
    /// <exception cref="StorageUnavailableException">It is unknown whether the keys are destroyed: to be called again.</exception>
    Task EraseContentAsync(CancellationToken cancellationToken);

    /// <summary>Destroys every key. The chain remains.</summary>
    /// <exception cref="StorageUnavailableException">It is unknown whether the keys are destroyed: to be called again.</exception>
    Task EraseHistoryAsync(CancellationToken cancellationToken);
}

/// <summary>What an append answered.</summary>
/// <param name="FirstSequence">The number of the first entry appended.</param>
/// <param name="Time">The time all the entries carry.</param>
public readonly record struct Appended(long FirstSequence, DateTimeOffset Time);

/// <summary>It is unknown whether the last append stands: reopen the journal, and repeat the command under the same identity.</summary>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The journal holds something impossible. It is neither truncated nor skipped: reads are refused until an operator has looked.</summary>
/// <param name="journal">The journal.</param>
/// <param name="segment">The segment, from 1.</param>
/// <param name="position">The position in the segment of the first byte that cannot be right, or of the block it stands in.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class JournalCorruptedException(JournalId journal, int segment, long position, string reason)
    : Exception($"Journal {journal}, segment {segment}, position {position}: {reason}")
{
    /// <summary>The journal.</summary>
    public JournalId Journal { get; } = journal;

    /// <summary>The segment, from 1.</summary>
    public int Segment { get; } = segment;

    /// <summary>Where in the segment.</summary>
    public long Position { get; } = position;

    /// <summary>What is wrong.</summary>
    public string Reason { get; } = reason;
}
