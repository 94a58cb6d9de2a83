namespace MonEspaceSante.Storage.Blobs;

/// <summary>What one blob may hold, whatever the store: the limits of Azure's append blobs, or ours where they are narrower.</summary>
public static class BlobLimits
{
    /// <summary>The most bytes of one appended block: 4 MiB.</summary>
    public const int BlockBytes = 4 * 1024 * 1024;

    /// <summary>The most blocks of one append blob.</summary>
    public const int Blocks = 50_000;

    /// <summary>The most bytes of one staged chunk: 8 MiB.</summary>
    public const int ChunkBytes = 8 * 1024 * 1024;

    /// <summary>Refuses a block that is empty or too long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The block is not 1 byte to 4 MiB long, or the position is negative.</exception>
    internal static void CheckBlock(long position, ReadOnlyMemory<byte> block)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfZero(block.Length, nameof(block));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(block.Length, BlockBytes, nameof(block));
    }

    /// <summary>Refuses a chunk that is empty or too long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chunk is not 1 byte to 8 MiB long, or its number is not one of a blob's chunks.</exception>
    internal static void CheckChunk(int index, ReadOnlyMemory<byte> chunk)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Blocks);
        ArgumentOutOfRangeException.ThrowIfZero(chunk.Length, nameof(chunk));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chunk.Length, ChunkBytes, nameof(chunk));
    }
}
