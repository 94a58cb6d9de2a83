using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MonEspaceSante.Fhir.Schema;

/// <summary>Finds things by names that are still UTF-8 bytes in a body, so that no text is made for a name.</summary>
internal sealed class Utf8Names<T>
{
    private readonly Dictionary<byte[], T> _things = new(new ByBytes());

    public void Add(string name, T thing) => _things.Add(Encoding.UTF8.GetBytes(name), thing);

    public bool TryGet(ReadOnlySpan<byte> name, [MaybeNullWhen(false)] out T thing) =>
        _things.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out thing);

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        // Names of one type differ by their length, their first or their last bytes.
        public int GetHashCode(ReadOnlySpan<byte> name) => name.Length switch
        {
            >= 8 => Mix(BinaryPrimitives.ReadUInt64LittleEndian(name) ^ BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) * 31, name.Length),
            >= 4 => Mix(BinaryPrimitives.ReadUInt32LittleEndian(name) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32, name.Length),
            > 0 => Mix(name[0] | (ulong)name[name.Length / 2] << 8 | (ulong)name[^1] << 16, name.Length),
            _ => 0,
        };

        private static int Mix(ulong bytes, int length) => (int)(((bytes + (ulong)length) * 0x9E3779B97F4A7C15UL) >> 32);
    }
}
