using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>
/// The bytes of a blob from <paramref name="offset"/> to <paramref name="end"/>. Each read is a query of its own: a slow reader holds nothing open.
/// </summary>
internal sealed class BlobRowStream(SessionPool sessions, ChunkFiles files, BlobRow blob, long offset, long end) : ForwardStream
{
    private long _position = offset;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var wanted = buffer[..(int)Math.Min(buffer.Length, end - _position)];
        if (wanted.IsEmpty)
        {
            return 0;
        }

        using var lease = sessions.Rent();
        var read = BlobRows.Fill(lease.Session, files, blob.Id, _position, wanted);
        _position += read;
        return read > 0 ? read : throw new BlobNotFoundException("The blob was removed or replaced while it was read.");
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }
}
