namespace MonEspaceSante.Storage.Journals;

/// <summary>How far a journal goes: everything needed to append the next block, or to go on reading.</summary>
/// <param name="Segment">The segment of the last block, from 1.</param>
/// <param name="Position">The bytes of that segment.</param>
/// <param name="Blocks">The blocks of that segment.</param>
/// <param name="Rolled">The last block closed its segment.</param>
/// <param name="Sequence">The last entry.</param>
/// <param name="Time">When it was written, in ticks of 100 ns, UTC.</param>
/// <param name="Chain">The chain value after it.</param>
internal readonly record struct JournalPoint(int Segment, long Position, int Blocks, bool Rolled, long Sequence, long Time, ChainValue Chain)
{
    /// <summary>The segment where the next block goes.</summary>
    public int NextSegment => Rolled ? Segment + 1 : Segment;

    /// <summary>The position where the next block goes.</summary>
    public long NextPosition => Rolled ? 0 : Position;

    /// <summary>The next block is the first of a segment after the first.</summary>
    public bool OpensSegment => NextPosition == 0 && NextSegment > 1;

    /// <summary>The last entry and the chain value after it.</summary>
    public JournalHead Head => new(Sequence, Chain);

    /// <summary>Before the first entry of <paramref name="journal"/>.</summary>
    public static JournalPoint Start(JournalId journal) => new(1, 0, 0, false, 0, 0, ChainValue.Start(journal));

    /// <summary>After one more block of <paramref name="length"/> bytes.</summary>
    public JournalPoint After(int length, bool rolls, long sequence, long time, ChainValue chain) =>
        new(NextSegment, NextPosition + length, NextPosition == 0 ? 1 : Blocks + 1, rolls, sequence, time, chain);
}
