using System.Buffers.Binary;

namespace MonEspaceSante.Storage.Journals;

/// <summary>The body of the first entry of a segment after the first: its number, and where the previous one ended.</summary>
internal static class SegmentOpening
{
    /// <summary>The length of the whole entry.</summary>
    public const int EntryLength = EntryFormat.MinimumLength + Length;

    private const byte Schema = 1;
    private const int Length = 4 + 4 + 8 + ChainValue.Length;

    /// <summary>The entry that opens the segment after <paramref name="end"/>.</summary>
    public static NewEntry After(JournalPoint end) => new(EntryKind.SegmentOpened, KeyClass.Technical, Schema, Guid.Empty, Body(end));

    /// <summary>Whether <paramref name="body"/> says what is true of the segment that ends at <paramref name="end"/>.</summary>
    public static bool Tells(ReadOnlySpan<byte> body, JournalPoint end) => body.SequenceEqual(Body(end));

    private static byte[] Body(JournalPoint end)
    {
        var body = new byte[Length];
        BinaryPrimitives.WriteInt32LittleEndian(body, end.NextSegment);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), end.Segment);
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(8), end.Position);
        end.Chain.Write(body.AsSpan(16));
        return body;
    }
}
