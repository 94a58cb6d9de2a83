using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Cli.HistoryProofs;

/// <summary>
/// Checks a history proof with nothing but the file, and what its reader has kept: a key, a receipt. It shares no code with what writes the file,
/// save the list of words; its twin for browsers is web/history-proof.
/// </summary>
internal static class HistoryVerifier
{
    /// <summary>Checks <paramref name="bytes"/> from the first entry to the last, then the end, the signatures and the receipt; the first fault ends it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="key">The platform's key as its reader knows it (65 bytes), if they do.</param>
    /// <param name="receipt">The words written down some day, if there are any.</param>
    public static HistoryVerdict Verify(ReadOnlyMemory<byte> bytes, byte[]? key = null, string? receipt = null)
    {
        var (file, unreadable) = HistoryFileReader.Read(bytes);
        if (file is null)
        {
            return new(0, Fault: unreadable);
        }

        var (right, wrong) = CheckEntries(file);
        var verdict = new HistoryVerdict(right, Fault: wrong ?? CheckEnd(file, key));
        if (verdict.Fault is null && file.Night is { } night)
        {
            verdict = CheckNight(file, night) is { } fault ? verdict with { Fault = fault } : verdict with { Night = night.Date, NightEntry = night.Sequence };
        }

        return verdict.Fault is null && receipt is not null ? CheckReceipt(file, receipt, verdict) : verdict;
    }

    private static (long Right, HistoryFault? Fault) CheckEntries(HistoryFile file)
    {
        var (number, chain, time) = (1L, file.Journal, 0L);
        foreach (var entry in file.Entries)
        {
            if (Check(entry, number, time, chain) is { } fault)
            {
                return (number - 1, new(fault, number));
            }

            (number, chain, time) = (number + 1, entry.Chain, entry.Time);
        }

        return (number - 1, null);
    }

    private static FaultKind? Check(FileEntry entry, long number, long notBefore, byte[] chain)
    {
        if (entry.Sequence != number)
        {
            return FaultKind.Sequence;
        }

        if (entry.Time < notBefore)
        {
            return FaultKind.Time;
        }

        if (entry.Salt is not null && !SHA256.HashData([.. entry.Salt, .. entry.Body!]).AsSpan().SequenceEqual(entry.BodyHash))
        {
            return FaultKind.Body;
        }

        return SHA256.HashData(Link(chain, entry)).AsSpan().SequenceEqual(entry.Chain) ? null : FaultKind.Chain;
    }

    private static byte[] Link(byte[] chain, FileEntry entry) =>
    [
        .. chain, .. UInt64(entry.Sequence), .. UInt64(entry.Time), .. UInt16(entry.Kind), entry.KeyClass, entry.Schema, .. entry.CommandId, .. entry.BodyHash,
    ];

    private static HistoryFault? CheckEnd(HistoryFile file, byte[]? key)
    {
        var head = file.Head;
        if (head.Sequence != file.Entries.Count || !head.Chain.AsSpan().SequenceEqual(ChainAt(file, head.Sequence)))
        {
            return new(FaultKind.Head, head.Sequence);
        }

        if (key is not null && !key.AsSpan().SequenceEqual(file.Key))
        {
            return new(FaultKind.Key);
        }

        byte[] statement = [.. "MESH\x01"u8, .. file.Journal, .. UInt64(head.Sequence), .. head.Chain];
        return IsSigned(file.Key, statement, head.Signature) ? null : new(FaultKind.HeadSignature);
    }

    private static HistoryFault? CheckNight(HistoryFile file, FileNight night)
    {
        if (night.Sequence > file.Entries.Count || !night.Chain.AsSpan().SequenceEqual(ChainAt(file, night.Sequence)))
        {
            return new(FaultKind.Night, night.Sequence);
        }

        byte[] leaf = [0, .. file.Journal, .. UInt64(night.Sequence), .. night.Chain];
        return RootOf(SHA256.HashData(leaf), night) is { } root
            && IsSigned(
                file.Key,
                [
                    .. "MESN\x01"u8, .. UInt16(night.Shard), .. Encoding.ASCII.GetBytes(night.Date), .. UInt64(night.Leaves), .. root, .. night.Previous,
                ],
                night.Signature)
                ? null
                : new(FaultKind.NightSignature);
    }

    /// <summary>The root that the path leads to (RFC 9162, section 2.1.3.2); none if the path is not one of that leaf in a tree of that size.</summary>
    private static byte[]? RootOf(byte[] digest, FileNight night)
    {
        var (place, last) = (night.Leaf, night.Leaves - 1);
        if (place > last)
        {
            return null;
        }

        foreach (var beside in night.Path)
        {
            if (last == 0)
            {
                return null;
            }

            if (place % 2 == 1 || place == last)
            {
                digest = SHA256.HashData([1, .. beside, .. digest]);
                while (place % 2 == 0 && place != 0)
                {
                    (place, last) = (place / 2, last / 2);
                }
            }
            else
            {
                digest = SHA256.HashData([1, .. digest, .. beside]);
            }

            (place, last) = (place / 2, last / 2);
        }

        return last == 0 ? digest : null;
    }

    private static HistoryVerdict CheckReceipt(HistoryFile file, string words, HistoryVerdict verdict)
    {
        if (!Receipt.TryParse(words, out var receipt))
        {
            return verdict with { Fault = new(FaultKind.ReceiptUnreadable) };
        }

        for (var number = 0L; number <= file.Entries.Count; number++)
        {
            if (receipt.IsOf(ChainAt(file, number)))
            {
                return verdict with { Receipt = number };
            }
        }

        return verdict with { Fault = new(FaultKind.Receipt) };
    }

    private static byte[] ChainAt(HistoryFile file, long number) => number == 0 ? file.Journal : file.Entries[(int)number - 1].Chain;

    private static bool IsSigned(byte[] key, byte[] statement, byte[] signature)
    {
        try
        {
            using var verifier = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = key[1..33], Y = key[33..] } });
            return key[0] == 4 && verifier.VerifyData(statement, signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            // No point of the curve.
            return false;
        }
    }

    private static byte[] UInt64(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] UInt16(ushort value) => [(byte)value, (byte)(value >> 8)];
}
