namespace MonEspaceSante.Storage.Journals;

/// <summary>Where the fields of a block stand, little endian (storage design, section 4.2).</summary>
internal static class BlockFormat
{
    public const int Version = 1;

    public const int VersionOffset = 4;
    public const int FlagsOffset = 6;
    public const int LengthOffset = 8;
    public const int CountOffset = 12;
    public const int SequenceOffset = 16;
    public const int ActivationOffset = 24;
    public const int ChainOffset = 40;
    public const int EntriesOffset = 72;

    /// <summary>The chain value after the last entry, then the CRC-32C of all the bytes before it.</summary>
    public const int TrailerLength = ChainValue.Length + CrcLength;

    public const int CrcLength = 4;
    public const int MinimumLength = EntriesOffset + EntryFormat.MinimumLength + TrailerLength;

    /// <summary>The most that one append may carry.</summary>
    public const int MaximumLength = 4 * 1024 * 1024;

    public static ReadOnlySpan<byte> Magic => "ESJ1"u8;
}

/// <summary>What a block is for its segment. Moved (4) and sealed (8) belong to the moving of shards, which is not built: they are refused.</summary>
[Flags]
internal enum BlockFlags : ushort
{
    None = 0,

    /// <summary>The first block of a segment after the first.</summary>
    SegmentOpen = 1,

    /// <summary>The last block of its segment: the journal goes on in the segment of the next number.</summary>
    Roll = 2,
}
