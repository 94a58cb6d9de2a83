using System.Buffers.Binary;
using System.Security.Cryptography;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>
/// A state kept to shorten the replay, with the point of the journal it stands at (storage design, section 4.7). Everything but the state
/// is in clear and bound to it; the state and its SHA-256 are encrypted under the data key, so that erasing the data erases the snapshot.
/// </summary>
/// <remarks>
/// <c>"ESH1" · version u16 · flags u16 (1: the segment is closed) · schema i32 · segment i32 · position i64 · blocks i32 · sequence i64 · time i64 · chain 32
/// · nonce 12 · ciphertext of (SHA-256 ‖ state) · tag 16</c>, little endian.
/// </remarks>
/// <param name="Point">The state is the one after this point.</param>
/// <param name="State">The state.</param>
internal sealed record Snapshot(JournalPoint Point, ReadOnlyMemory<byte> State)
{
    /// <summary>The largest state kept.</summary>
    public const int MaximumState = 64 * 1024 * 1024;

    /// <summary>The largest snapshot.</summary>
    public const int MaximumLength = MaximumState + Overhead;

    private const ushort Version = 1;
    private const ushort Rolled = 1;
    private const int BoundLength = 44 + ChainValue.Length;
    private const int SealedOffset = BoundLength + EntryFormat.NonceLength;
    private const int Overhead = SealedOffset + EntryFormat.HashLength + EntryFormat.TagLength;

    private static ReadOnlySpan<byte> Magic => "ESH1"u8;

    /// <summary>Writes the snapshot as the bytes of a blob.</summary>
    public byte[] Write(int schema, JournalId journal, SpaceKeySet keys, Action<Span<byte>> random)
    {
        var bytes = new byte[Overhead + State.Length];
        var bound = bytes.AsSpan(0, BoundLength);
        WriteBound(bound, schema);

        var nonce = bytes.AsSpan(BoundLength, EntryFormat.NonceLength);
        random(nonce);
        var closed = bytes.AsSpan(SealedOffset..^EntryFormat.TagLength);
        SHA256.HashData(State.Span, closed);
        State.Span.CopyTo(closed[EntryFormat.HashLength..]);
        using var cipher = new JournalCipher(journal, keys);
        cipher.Close(KeyClass.Data, nonce, bound, closed, bytes.AsSpan(^EntryFormat.TagLength..));
        return bytes;
    }

    /// <summary>Reads a snapshot; <see langword="null"/> if it is not one of <paramref name="journal"/> and <paramref name="schema"/>, whole and readable.</summary>
    public static Snapshot? Read(ReadOnlySpan<byte> bytes, int schema, JournalId journal, JournalCipher cipher)
    {
        if (bytes.Length < Overhead || !bytes.StartsWith(Magic) || BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]) != Version
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) != schema)
        {
            return null;
        }

        var opened = new byte[bytes.Length - SealedOffset - EntryFormat.TagLength];
        var opening = cipher.Open(
            KeyClass.Data, bytes.Slice(BoundLength, EntryFormat.NonceLength), bytes[..BoundLength],
            bytes[SealedOffset..^EntryFormat.TagLength], bytes[^EntryFormat.TagLength..], opened);
        var state = opened.AsMemory(EntryFormat.HashLength);
        return opening is Opening.Opened && SHA256.HashData(state.Span).AsSpan().SequenceEqual(opened.AsSpan(0, EntryFormat.HashLength))
            ? new(ReadPoint(bytes), state)
            : null;
    }

    private void WriteBound(Span<byte> bound, int schema)
    {
        Magic.CopyTo(bound);
        BinaryPrimitives.WriteUInt16LittleEndian(bound[4..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(bound[6..], Point.Rolled ? Rolled : default);
        BinaryPrimitives.WriteInt32LittleEndian(bound[8..], schema);
        BinaryPrimitives.WriteInt32LittleEndian(bound[12..], Point.Segment);
        BinaryPrimitives.WriteInt64LittleEndian(bound[16..], Point.Position);
        BinaryPrimitives.WriteInt32LittleEndian(bound[24..], Point.Blocks);
        BinaryPrimitives.WriteInt64LittleEndian(bound[28..], Point.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bound[36..], Point.Time);
        Point.Chain.Write(bound[44..]);
    }

    private static JournalPoint ReadPoint(ReadOnlySpan<byte> bytes) => new(
        Segment: BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
        Position: BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        Blocks: BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
        Rolled: (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]) & Rolled) != 0,
        Sequence: BinaryPrimitives.ReadInt64LittleEndian(bytes[28..]),
        Time: BinaryPrimitives.ReadInt64LittleEndian(bytes[36..]),
        Chain: ChainValue.Read(bytes[44..]));
}
