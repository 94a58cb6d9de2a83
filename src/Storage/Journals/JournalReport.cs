namespace MonEspaceSante.Storage.Journals;

/// <summary>The end of a journal at some moment. Remembered elsewhere, it proves later that nothing before it was changed or removed.</summary>
/// <param name="Sequence">The last entry; 0 for an empty journal.</param>
/// <param name="Chain">The chain value after it.</param>
public readonly record struct JournalHead(long Sequence, ChainValue Chain);

/// <summary>What a verification found.</summary>
/// <param name="Head">The last entry up to which the journal is right.</param>
/// <param name="Segment">The segment where it stands.</param>
/// <param name="Position">The byte of that segment after it.</param>
/// <param name="Erased">How many entries have lost their body with their key; 0 when verified without keys.</param>
/// <param name="Fault">The first thing that is wrong; <see langword="null"/> when nothing is.</param>
public sealed record JournalReport(JournalHead Head, int Segment, long Position, long Erased, JournalFault? Fault);

/// <summary>Where a journal stops being right.</summary>
/// <param name="Segment">The segment, from 1.</param>
/// <param name="Position">The first byte that cannot be right, or the block it stands in.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record JournalFault(int Segment, long Position, string Reason);
