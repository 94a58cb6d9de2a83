using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>A blob in memory. Its store guards it.</summary>
internal sealed class SimulatedBlob(bool appendable, BlobTag tag)
{
    private byte[] _bytes = [];

    public bool Appendable { get; } = appendable;

    public BlobTag Tag { get; private set; } = tag;

    public bool Sealed { get; set; }

    public int Blocks { get; private set; }

    public int Length { get; private set; }

    public void Append(ReadOnlySpan<byte> block, BlobTag tag)
    {
        if (_bytes.Length < Length + block.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + block.Length));
        }

        block.CopyTo(_bytes.AsSpan(Length));
        Length += block.Length;
        Blocks++;
        Tag = tag;
    }

    public BlobContent Read(long offset, long length)
    {
        var start = (int)Math.Min(offset, Length);
        return new(_bytes.AsSpan(start, (int)Math.Min(length, Length - start)).ToArray(), Tag, Length);
    }
}
