using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MonEspaceSante.Storage.Journals;

/// <summary>
/// The identity of a journal: 128 bits. Random for a person's space; for grains with a natural key (professional, structure, bucket),
/// a digest of it, so that no name on disk tells whose it is.
/// </summary>
public readonly record struct JournalId
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly UInt128 _value;

    private JournalId(UInt128 value) => _value = value;

    /// <summary>The shard: the first 12 bits of SHA-256 of the identity, 0 to 4,095 (storage design, section 4.1).</summary>
    public int Shard
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            Write(bytes);
            Span<byte> digest = stackalloc byte[32];
            SHA256.HashData(bytes, digest);
            return BinaryPrimitives.ReadUInt16BigEndian(digest) >> 4;
        }
    }

    /// <summary>A new random identity.</summary>
    public static JournalId Random()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>The identity of the journal of the grain <paramref name="key"/> of the kind <paramref name="kind"/>.</summary>
    public static JournalId Of(string kind, string key)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(key);
        return new(BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{key}"))));
    }

    /// <summary>Reads 32 lower-case hexadecimal digits.</summary>
    public static bool TryParse(string? text, out JournalId id)
    {
        id = default;
        if (text is not { Length: 32 } || text.AsSpan().ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        id = new(UInt128.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>Reads 32 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static JournalId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("A journal identity is 32 lower-case hexadecimal digits.");

    /// <summary>Writes the 16 bytes of the identity, most significant first.</summary>
    public void Write(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, _value);

    /// <inheritdoc/>
    public override string ToString() => _value.ToString("x32", CultureInfo.InvariantCulture);
}
