using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MonEspaceSante.Storage.Journals;

/// <summary>Writes blocks: one block is one append, all of its entries or none.</summary>
/// <param name="cipher">Closes the bodies.</param>
/// <param name="activation">Makes the blocks of two activations differ.</param>
/// <param name="random">Fills nonces and salts, which are never used twice.</param>
internal readonly struct BlockWriter(JournalCipher cipher, Guid activation, Action<Span<byte>> random)
{
    /// <summary>The length of the block that holds <paramref name="entries"/>.</summary>
    public static long Measure(IReadOnlyList<NewEntry> entries)
    {
        long length = BlockFormat.EntriesOffset + BlockFormat.TrailerLength;
        for (var i = 0; i < entries.Count; i++)
        {
            length += EntryFormat.MinimumLength + entries[i].Body.Length;
        }

        return length;
    }

    /// <summary>Fills <paramref name="block"/>, of the measured length, with <paramref name="entries"/>, and answers where the journal then stands.</summary>
    public JournalPoint Write(Span<byte> block, JournalPoint at, IReadOnlyList<NewEntry> entries, long time, bool rolls)
    {
        var flags = (at.OpensSegment ? BlockFlags.SegmentOpen : BlockFlags.None) | (rolls ? BlockFlags.Roll : BlockFlags.None);
        BlockFormat.Magic.CopyTo(block);
        BinaryPrimitives.WriteUInt16LittleEndian(block[BlockFormat.VersionOffset..], BlockFormat.Version);
        BinaryPrimitives.WriteUInt16LittleEndian(block[BlockFormat.FlagsOffset..], (ushort)flags);
        BinaryPrimitives.WriteInt32LittleEndian(block[BlockFormat.LengthOffset..], block.Length);
        BinaryPrimitives.WriteInt32LittleEndian(block[BlockFormat.CountOffset..], entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(block[BlockFormat.SequenceOffset..], at.Sequence + 1);
        activation.TryWriteBytes(block[BlockFormat.ActivationOffset..], bigEndian: true, out _);
        at.Chain.Write(block[BlockFormat.ChainOffset..]);

        var chain = at.Chain;
        var rest = block[BlockFormat.EntriesOffset..];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = rest[..(EntryFormat.MinimumLength + entries[i].Body.Length)];
            WriteEntry(entry, at.Sequence + 1 + i, time, entries[i]);
            chain = chain.After(new StoredEntry(entry).Chained);
            rest = rest[entry.Length..];
        }

        chain.Write(rest);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[ChainValue.Length..], Crc32C.Of(block[..^BlockFormat.CrcLength]));
        return at.After(block.Length, rolls, at.Sequence + entries.Count, time, chain);
    }

    private void WriteEntry(Span<byte> entry, long sequence, long time, in NewEntry content)
    {
        BinaryPrimitives.WriteInt32LittleEndian(entry, entry.Length);
        BinaryPrimitives.WriteInt64LittleEndian(entry[EntryFormat.SequenceOffset..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(entry[EntryFormat.TimeOffset..], time);
        BinaryPrimitives.WriteInt16LittleEndian(entry[EntryFormat.KindOffset..], (short)content.Kind);
        entry[EntryFormat.KeyClassOffset] = (byte)content.KeyClass;
        entry[EntryFormat.SchemaOffset] = content.Schema;
        content.CommandId.TryWriteBytes(entry[EntryFormat.CommandOffset..], bigEndian: true, out _);

        // Nonce and salt stand side by side, then the body: what is encrypted in place is the salt and the body.
        random(entry.Slice(EntryFormat.NonceOffset, EntryFormat.NonceLength + EntryFormat.SaltLength));
        var salted = entry[EntryFormat.SealedOffset..^EntryFormat.TagLength];
        content.Body.Span.CopyTo(salted[EntryFormat.SaltLength..]);
        SHA256.HashData(salted, entry.Slice(EntryFormat.BodyHashOffset, EntryFormat.HashLength));

        var stored = new StoredEntry(entry);
        cipher.Close(content.KeyClass, stored.Nonce, stored.Bound, salted, entry[^EntryFormat.TagLength..]);
    }
}
