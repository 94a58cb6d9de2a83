using System.Buffers;
using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Vault;

/// <summary>Writes one document: reads a chunk, digests it, seals it in place, stages it, and commits after the last.</summary>
internal sealed class ChunkWriter(IBlobStore blobs, BlobName name, byte[] key) : IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    private readonly ChunkCipher _cipher = new(key);
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _filled;

    /// <summary>Plain bytes written.</summary>
    public long Length { get; private set; }

    /// <summary>Of the plain bytes, lower-case hexadecimal; once everything is written.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Of the plain bytes, base64; once everything is written.</summary>
    public string Sha1 { get; private set; } = "";

    /// <summary>Writes all of <paramref name="content"/>.</summary>
    /// <exception cref="ContentTooLargeException">It is longer than <paramref name="maximum"/>.</exception>
    public async Task WriteAsync(Stream content, long maximum, CancellationToken cancellationToken)
    {
        var last = false;
        for (var index = 0; !last; index++)
        {
            last = !await FillAsync(content, maximum - Length, cancellationToken);
            if (Length + _filled > maximum)
            {
                throw new ContentTooLargeException(maximum);
            }

            await StageAsync(index, last, cancellationToken);
            if (last)
            {
                await blobs.CommitAsync(name, index + 1, expected: null, cancellationToken);
            }
        }

        Sha256 = Convert.ToHexStringLower(_sha256.GetHashAndReset());
        Sha1 = Convert.ToBase64String(_sha1.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cipher.Dispose();
        _sha256.Dispose();
        _sha1.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
    }

    // One byte more than a chunk is read, to know whether the chunk is the last. Answers false at the end of the content.
    private async Task<bool> FillAsync(Stream content, long allowed, CancellationToken cancellationToken)
    {
        while (_filled <= ChunkCipher.PlainBytes && _filled <= allowed)
        {
            EnsureRoom();
            var room = Math.Min(_buffer.Length, ChunkCipher.PlainBytes + 1) - _filled;
            var read = await content.ReadAsync(_buffer.AsMemory(_filled, room), cancellationToken);
            if (read is 0)
            {
                return false;
            }

            _filled += read;
        }

        return true;
    }

    private async Task StageAsync(int index, bool last, CancellationToken cancellationToken)
    {
        var length = Math.Min(_filled, ChunkCipher.PlainBytes);
        var carried = _filled > length ? _buffer[length] : default;
        _sha256.AppendData(_buffer, 0, length);
        _sha1.AppendData(_buffer, 0, length);
        var chunk = _buffer.AsMemory(0, length + ChunkCipher.TagBytes);
        _cipher.Seal(index, last, chunk.Span);
        await blobs.StageAsync(name, index, chunk, cancellationToken);
        Length += length;
        _filled -= length;
        _buffer[0] = carried;
    }

    // Always keeps room for the tag. Grows with the content: most documents are far shorter than a chunk.
    private void EnsureRoom()
    {
        if (_filled + ChunkCipher.TagBytes < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_buffer.Length * 4, ChunkCipher.StoredBytes));
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
