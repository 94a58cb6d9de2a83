using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>The bytes that the platform signs. Numbers are little endian; the first five bytes keep one kind of statement from passing for another.</summary>
internal static class Statements
{
    /// <summary>« This journal ends so »: <c>"MESH" 1 · journal 32 · sequence u64 · chain 32</c>.</summary>
    public static byte[] Head(ChainValue journal, JournalHead head)
    {
        var bytes = new byte[5 + ChainValue.Length + 8 + ChainValue.Length];
        "MESH\x01"u8.CopyTo(bytes);
        journal.Write(bytes.AsSpan(5));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(37), head.Sequence);
        head.Chain.Write(bytes.AsSpan(45));
        return bytes;
    }

    /// <summary>« These heads stood that night »: <c>"MESN" 1 · shard u16 · date "yyyy-MM-dd" · leaves u64 · root 32 · previous root 32</c>.</summary>
    public static byte[] Night(int shard, DateOnly date, int leaves, ChainValue root, ChainValue previous)
    {
        var bytes = new byte[5 + 2 + 10 + 8 + ChainValue.Length + ChainValue.Length];
        "MESN\x01"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(5), (ushort)shard);
        Encoding.ASCII.GetBytes(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), bytes.AsSpan(7));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(17), leaves);
        root.Write(bytes.AsSpan(25));
        previous.Write(bytes.AsSpan(57));
        return bytes;
    }
}
