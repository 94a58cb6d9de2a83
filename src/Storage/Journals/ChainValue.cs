using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Storage.Journals;

/// <summary>
/// A link of a journal's chain: 256 bits that depend on every entry so far (storage design, section 4.3). It covers salted digests of the bodies,
/// never the bodies: it can be checked without any key and survives erasure.
/// </summary>
[JsonConverter(typeof(ChainValueJson))]
public readonly record struct ChainValue
{
    /// <summary>Bytes of a chain value.</summary>
    public const int Length = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private ChainValue(ReadOnlySpan<byte> bytes)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The value before the first entry of <paramref name="journal"/>: SHA-256 of "ESJ1" and the 16 bytes of its identity.</summary>
    public static ChainValue Start(JournalId journal)
    {
        Span<byte> origin = stackalloc byte[20];
        "ESJ1"u8.CopyTo(origin);
        journal.Write(origin[4..]);
        return Of(origin);
    }

    /// <summary>Reads 32 bytes.</summary>
    public static ChainValue Read(ReadOnlySpan<byte> bytes) => new(bytes[..Length]);

    /// <summary>Writes 32 bytes.</summary>
    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _low);
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => _high.ToString("x32", CultureInfo.InvariantCulture) + _low.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The value after an entry whose fields from sequence to body digest are <paramref name="fields"/>.</summary>
    internal ChainValue After(ReadOnlySpan<byte> fields)
    {
        Span<byte> link = stackalloc byte[Length + EntryFormat.ChainedLength];
        Write(link);
        fields.CopyTo(link[Length..]);
        return Of(link);
    }

    /// <summary>The SHA-256 of <paramref name="bytes"/>.</summary>
    internal static ChainValue Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[Length];
        SHA256.HashData(bytes, digest);
        return new(digest);
    }
}
