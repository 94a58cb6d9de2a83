using System.Buffers.Binary;

namespace MonEspaceSante.Storage.Journals;

/// <summary>Where the fields of an entry stand, little endian (storage design, section 4.3).</summary>
/// <remarks>The command's identity is in the byte order of its text form. The length counts the whole entry, itself included.</remarks>
internal static class EntryFormat
{
    public const int SequenceOffset = 4;
    public const int TimeOffset = 12;
    public const int KindOffset = 20;
    public const int KeyClassOffset = 22;
    public const int SchemaOffset = 23;
    public const int CommandOffset = 24;
    public const int BodyHashOffset = 40;
    public const int NonceOffset = 72;
    public const int SealedOffset = 84;

    public const int SaltLength = 16;
    public const int HashLength = 32;
    public const int NonceLength = 12;
    public const int TagLength = 16;

    /// <summary>Fields bound to the ciphertext, from the sequence to the command's identity.</summary>
    public const int BoundLength = BodyHashOffset - SequenceOffset;

    /// <summary>Fields that the chain covers, from the sequence to the digest of the body.</summary>
    public const int ChainedLength = NonceOffset - SequenceOffset;

    /// <summary>An entry with an empty body.</summary>
    public const int MinimumLength = SealedOffset + SaltLength + TagLength;
}

/// <summary>The fields of a stored entry, as they are on disk. Its length has been checked.</summary>
internal readonly ref struct StoredEntry(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public long Sequence => BinaryPrimitives.ReadInt64LittleEndian(_bytes[EntryFormat.SequenceOffset..]);

    public long Time => BinaryPrimitives.ReadInt64LittleEndian(_bytes[EntryFormat.TimeOffset..]);

    public EntryKind Kind => (EntryKind)BinaryPrimitives.ReadInt16LittleEndian(_bytes[EntryFormat.KindOffset..]);

    public KeyClass KeyClass => (KeyClass)_bytes[EntryFormat.KeyClassOffset];

    public byte Schema => _bytes[EntryFormat.SchemaOffset];

    public Guid CommandId => new(_bytes.Slice(EntryFormat.CommandOffset, 16), bigEndian: true);

    public ReadOnlySpan<byte> Bound => _bytes.Slice(EntryFormat.SequenceOffset, EntryFormat.BoundLength);

    public ReadOnlySpan<byte> Chained => _bytes.Slice(EntryFormat.SequenceOffset, EntryFormat.ChainedLength);

    public ReadOnlySpan<byte> BodyHash => _bytes.Slice(EntryFormat.BodyHashOffset, EntryFormat.HashLength);

    public ReadOnlySpan<byte> Nonce => _bytes.Slice(EntryFormat.NonceOffset, EntryFormat.NonceLength);

    public ReadOnlySpan<byte> Ciphertext => _bytes[EntryFormat.SealedOffset..^EntryFormat.TagLength];

    public ReadOnlySpan<byte> Tag => _bytes[^EntryFormat.TagLength..];

    public JournalEntry WithBody(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> salt, ChainValue chain, bool erased) =>
        new(Sequence, new DateTimeOffset(Time, TimeSpan.Zero), Kind, KeyClass, Schema, CommandId, body, salt, BodyHash.ToArray(), chain, erased);
}
