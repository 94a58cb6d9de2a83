using System.Security.Cryptography;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>
/// Twelve words that a person writes down to recognise, later and without the platform, the history they had that day: eleven for the first
/// 88 bits of a chain value, one that tells a slip of the pen from another history.
/// </summary>
/// <remarks>The words tell nothing of what the history holds. Two histories with one receipt cannot be found, only prepared together beforehand, at some 2^44 tries.</remarks>
public readonly record struct Receipt
{
    private const int Kept = 11;

    private readonly UInt128 _digits;

    private Receipt(ReadOnlySpan<byte> kept)
    {
        foreach (var value in kept)
        {
            _digits = (_digits << 8) | value;
        }
    }

    /// <summary>The receipt of the history that ends with <paramref name="chain"/>.</summary>
    public static Receipt Of(ChainValue chain)
    {
        Span<byte> bytes = stackalloc byte[ChainValue.Length];
        chain.Write(bytes);
        return new(bytes[..Kept]);
    }

    /// <summary>Whether this is the receipt of the history that ends with <paramref name="chain"/> (32 bytes).</summary>
    public bool IsOf(ReadOnlySpan<byte> chain) => this == new Receipt(chain[..Kept]);

    /// <summary>Reads twelve words, in any case, separated by anything but letters.</summary>
    public static bool TryParse(string? text, out Receipt receipt)
    {
        receipt = default;
        var bytes = Words(text ?? "").Select(word => Array.IndexOf(ReceiptWords.All, word)).ToArray();
        if (bytes.Length != Kept + 1 || bytes.Any(value => value < 0))
        {
            return false;
        }

        receipt = new(bytes.Take(Kept).Select(value => (byte)value).ToArray());
        return Check(receipt.Bytes()) == bytes[Kept];
    }

    /// <summary>The twelve words, separated by spaces.</summary>
    public override string ToString()
    {
        var bytes = Bytes();
        return string.Join(' ', bytes.Append(Check(bytes)).Select(value => ReceiptWords.All[value]));
    }

    private static string[] Words(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static byte Check(ReadOnlySpan<byte> kept) => SHA256.HashData([.. "MESR\x01"u8, .. kept])[0];

    private byte[] Bytes()
    {
        var bytes = new byte[Kept];
        for (var (index, rest) = (Kept - 1, _digits); index >= 0; index--, rest >>= 8)
        {
            bytes[index] = (byte)rest;
        }

        return bytes;
    }
}
