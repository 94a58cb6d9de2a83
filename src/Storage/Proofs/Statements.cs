using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MonEspaceSante.Storage.Erasure;
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

    /// <summary>
    /// « This was erased »: <c>"MESE" 1 · number 16 · decided u64 · erased u64 (ticks of 100 ns, UTC) · documents u32</c>, then for each journal
    /// <c>journal 32 · sequence before u64 · chain before 32 · sequence after u64 · chain after 32</c>.
    /// </summary>
    public static byte[] Erasure(ErasureCertificate certificate)
    {
        const int Head = 5 + 16 + 8 + 8 + 4;
        const int Journal = ChainValue.Length + 2 * (8 + ChainValue.Length);
        var bytes = new byte[Head + Journal * certificate.Journals.Count];
        "MESE\x01"u8.CopyTo(bytes);
        Encoding.ASCII.GetBytes(certificate.Number, bytes.AsSpan(5));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(21), certificate.DecidedAt.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(29), certificate.ErasedAt.UtcTicks);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(37), certificate.Documents);
        for (var i = 0; i < certificate.Journals.Count; i++)
        {
            var journal = certificate.Journals[i];
            var part = bytes.AsSpan(Head + i * Journal);
            journal.Journal.Write(part);
            BinaryPrimitives.WriteInt64LittleEndian(part[32..], journal.SequenceBefore);
            journal.ChainBefore.Write(part[40..]);
            BinaryPrimitives.WriteInt64LittleEndian(part[72..], journal.SequenceAfter);
            journal.ChainAfter.Write(part[80..]);
        }

        return bytes;
    }
}
