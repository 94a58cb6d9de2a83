using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MonEspaceSante.Storage.Journals;

/// <summary>
/// Reads the blocks of a journal one after the other and lets nothing impossible pass: framing, CRC, sequence, time and chain need no key;
/// with a cipher, each body is opened and compared with its digest too.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="at">Where the reading begins.</param>
/// <param name="cipher">Opens the bodies; <see langword="null"/> to read without keys.</param>
internal sealed class BlockReader(JournalId journal, JournalPoint at, JournalCipher? cipher)
{
    /// <summary>How far the journal is known to be right.</summary>
    public JournalPoint At { get; private set; } = at;

    /// <summary>The length of the block that begins with <paramref name="start"/>, which holds at least the fixed fields unless the segment ends before.</summary>
    /// <exception cref="JournalCorruptedException">No block begins so.</exception>
    public int LengthOf(ReadOnlySpan<byte> start)
    {
        if (start.Length < BlockFormat.EntriesOffset)
        {
            throw Corrupted(0, "the segment ends inside a block");
        }

        if (!start.StartsWith(BlockFormat.Magic))
        {
            throw Corrupted(0, "no block begins here");
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(start[BlockFormat.VersionOffset..]) is not BlockFormat.Version)
        {
            throw Corrupted(BlockFormat.VersionOffset, "the block is of a version that this program does not know");
        }

        return BinaryPrimitives.ReadInt32LittleEndian(start[BlockFormat.LengthOffset..]) is
            var length and >= BlockFormat.MinimumLength and <= BlockFormat.MaximumLength
                ? length
                : throw Corrupted(BlockFormat.LengthOffset, "no block has this length");
    }

    /// <summary>Checks the next block and hands its entries to <paramref name="replay"/>, if there are keys.</summary>
    /// <param name="block">From the start of the block, as many bytes as its length says unless the segment ends before.</param>
    /// <param name="replay">Given each entry.</param>
    /// <exception cref="JournalCorruptedException">The block cannot be the next one of this journal.</exception>
    public void Accept(ReadOnlySpan<byte> block, Action<JournalEntry>? replay)
    {
        var flags = CheckFrame(block);
        var entries = block[BlockFormat.EntriesOffset..^BlockFormat.TrailerLength];
        var count = BinaryPrimitives.ReadInt32LittleEndian(block[BlockFormat.CountOffset..]);
        var (sequence, time, chain) = (At.Sequence, At.Time, At.Chain);
        var offset = 0;
        while (offset < entries.Length)
        {
            var stored = EntryAt(entries, offset, sequence + 1, time);
            chain = chain.After(stored.Chained);
            if (cipher is not null)
            {
                var entry = Open(stored, offset, chain);
                replay?.Invoke(entry);
            }

            (sequence, time) = (stored.Sequence, stored.Time);
            offset += stored.Length;
        }

        if (sequence - At.Sequence != count)
        {
            throw Corrupted(BlockFormat.CountOffset, "the block does not hold as many entries as it says");
        }

        if (chain != ChainValue.Read(block[^BlockFormat.TrailerLength..]))
        {
            throw Corrupted(block.Length - BlockFormat.TrailerLength, "the chain does not follow from the entries");
        }

        At = At.After(block.Length, flags.HasFlag(BlockFlags.Roll), sequence, time, chain);
    }

    private BlockFlags CheckFrame(ReadOnlySpan<byte> block)
    {
        if (block.Length != LengthOf(block))
        {
            throw Corrupted(0, "the segment ends inside a block");
        }

        if (Crc32C.Of(block[..^BlockFormat.CrcLength]) != BinaryPrimitives.ReadUInt32LittleEndian(block[^BlockFormat.CrcLength..]))
        {
            throw Corrupted(0, "the block does not match its CRC");
        }

        if (BinaryPrimitives.ReadInt64LittleEndian(block[BlockFormat.SequenceOffset..]) != At.Sequence + 1)
        {
            throw Corrupted(BlockFormat.SequenceOffset, $"the block does not begin with entry {At.Sequence + 1}");
        }

        if (ChainValue.Read(block[BlockFormat.ChainOffset..]) != At.Chain)
        {
            throw Corrupted(BlockFormat.ChainOffset, "the chain does not follow from the previous block");
        }

        var flags = (BlockFlags)BinaryPrimitives.ReadUInt16LittleEndian(block[BlockFormat.FlagsOffset..]);
        return (flags & ~(BlockFlags.SegmentOpen | BlockFlags.Roll)) == 0 && flags.HasFlag(BlockFlags.SegmentOpen) == At.OpensSegment
            ? flags
            : throw Corrupted(BlockFormat.FlagsOffset, "no block has these flags here");
    }

    private StoredEntry EntryAt(ReadOnlySpan<byte> entries, int offset, long sequence, long notBefore)
    {
        var rest = entries[offset..];
        if (rest.Length < EntryFormat.MinimumLength || BinaryPrimitives.ReadInt32LittleEndian(rest) is var length
            && (length < EntryFormat.MinimumLength || length > rest.Length))
        {
            throw CorruptedEntry(offset, "no entry has this length here");
        }

        var entry = new StoredEntry(rest[..BinaryPrimitives.ReadInt32LittleEndian(rest)]);
        if (entry.Sequence != sequence)
        {
            throw CorruptedEntry(offset, $"this is not entry {sequence}");
        }

        if (entry.Time < notBefore || entry.Time > DateTimeOffset.MaxValue.UtcTicks)
        {
            throw CorruptedEntry(offset, $"entry {sequence} is before the one it follows, or outside the calendar");
        }

        if (!Enum.IsDefined(entry.KeyClass))
        {
            throw CorruptedEntry(offset, $"entry {sequence} has no key class");
        }

        return entry.Kind is EntryKind.SegmentOpened == (At.OpensSegment && offset == 0)
            ? entry
            : throw CorruptedEntry(offset, "a segment after the first, and no other place, begins with the entry that opens it");
    }

    private JournalEntry Open(StoredEntry stored, int offset, ChainValue chain)
    {
        var salted = new byte[stored.Ciphertext.Length];
        switch (cipher!.Open(stored.KeyClass, stored.Nonce, stored.Bound, stored.Ciphertext, stored.Tag, salted))
        {
            case Opening.Erased:
                return stored.WithBody(default, default, chain, erased: true);
            case Opening.Refused:
                throw CorruptedEntry(offset, $"the body of entry {stored.Sequence} was not written here");
        }

        Span<byte> digest = stackalloc byte[EntryFormat.HashLength];
        SHA256.HashData(salted, digest);
        if (!digest.SequenceEqual(stored.BodyHash))
        {
            throw CorruptedEntry(offset, $"the body of entry {stored.Sequence} does not match its digest");
        }

        var body = salted.AsMemory(EntryFormat.SaltLength);
        return stored.Kind is not EntryKind.SegmentOpened || SegmentOpening.Tells(body.Span, At)
            ? stored.WithBody(body, salted.AsMemory(0, EntryFormat.SaltLength), chain, erased: false)
            : throw CorruptedEntry(offset, "the segment does not open where the previous one ended");
    }

    private JournalCorruptedException CorruptedEntry(int offset, string reason) => Corrupted(BlockFormat.EntriesOffset + offset, reason);

    private JournalCorruptedException Corrupted(int offset, string reason) => new(journal, At.NextSegment, At.NextPosition + offset, reason);
}
