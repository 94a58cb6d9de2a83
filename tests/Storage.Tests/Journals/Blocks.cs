using System.Buffers.Binary;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Cuts segments into blocks, for tests that damage them.</summary>
internal static class Blocks
{
    public static List<Range> Of(byte[] segment)
    {
        var blocks = new List<Range>();
        for (var start = 0; start < segment.Length;)
        {
            var end = start + BinaryPrimitives.ReadInt32LittleEndian(segment.AsSpan(start + BlockFormat.LengthOffset));
            blocks.Add(start..end);
            start = end;
        }

        return blocks;
    }

    /// <summary>The segment whose blocks are those numbered, from 0, in this order.</summary>
    public static byte[] Rearranged(byte[] segment, params int[] order)
    {
        var blocks = Of(segment);
        return [.. order.SelectMany(number => segment[blocks[number]])];
    }

    /// <summary>What a forger does after changing a block.</summary>
    public static void RecomputeCrc(Span<byte> block) =>
        BinaryPrimitives.WriteUInt32LittleEndian(block[^BlockFormat.CrcLength..], Crc32C.Of(block[..^BlockFormat.CrcLength]));
}
