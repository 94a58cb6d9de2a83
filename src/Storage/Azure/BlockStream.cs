using System.Runtime.InteropServices;

namespace MonEspaceSante.Storage.Azure;

/// <summary>The caller's bytes as the stream that the client wants, without a copy where they are in an array.</summary>
internal sealed class BlockStream(ArraySegment<byte> bytes) : MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
{
    /// <summary>A stream over <paramref name="bytes"/>.</summary>
    public BlockStream(ReadOnlyMemory<byte> bytes)
        : this(MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : new(bytes.ToArray()))
    {
    }
}
