using System.Buffers;
using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Vault;

/// <summary>
/// The plain bytes of a document from one position to another. Holds one chunk at a time, in a pooled buffer, and reads the stored chunks
/// with a single call to the store.
/// </summary>
internal sealed class ChunkReader(VaultedContent content, long offset, long end) : ForwardStream
{
    private readonly ChunkCipher _cipher = new(Convert.FromBase64String(content.Key));
    private readonly int _lastChunk = (int)(Math.Max(0, content.Length - 1) / ChunkCipher.PlainBytes);
    private IncrementalHash? _sha256;
    private Stream? _stored;
    private byte[] _buffer = [];
    private int _chunk = -1;
    private ReadOnlyMemory<byte> _plain;
    private long _position;

    /// <summary>Opens the stored chunks and authenticates the first one.</summary>
    public async Task StartAsync(IBlobStore blobs, CancellationToken cancellationToken)
    {
        if (offset >= end && content.Length > 0)
        {
            _position = end;
            return;
        }

        _position = offset;
        _sha256 = offset is 0 && end == content.Length ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        var first = (int)(offset / ChunkCipher.PlainBytes);
        var last = (int)(Math.Max(0, end - 1) / ChunkCipher.PlainBytes);
        var from = (long)first * ChunkCipher.StoredBytes;
        var to = (long)last * ChunkCipher.StoredBytes + StoredLength(last);
        _stored = await blobs.OpenReadAsync(new(BlobContainer.Documents, content.Blob), from, to - from, cancellationToken);
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(to - from, ChunkCipher.StoredBytes));
        _chunk = first - 1;
        await NextChunkAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= end || buffer.IsEmpty)
        {
            return 0;
        }

        if (_plain.IsEmpty)
        {
            await NextChunkAsync(cancellationToken);
        }

        var read = Math.Min(buffer.Length, _plain.Length);
        _plain.Span[..read].CopyTo(buffer.Span);
        _plain = _plain[read..];
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_stored is not null)
        {
            await _stored.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stored?.Dispose();
            _cipher.Dispose();
            _sha256?.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = [];
            _plain = default;
        }

        base.Dispose(disposing);
    }

    private int StoredLength(int chunk) => chunk < _lastChunk
        ? ChunkCipher.StoredBytes
        : (int)(content.Length - (long)chunk * ChunkCipher.PlainBytes) + ChunkCipher.TagBytes;

    private async Task NextChunkAsync(CancellationToken cancellationToken)
    {
        _chunk++;
        var stored = _buffer.AsMemory(0, StoredLength(_chunk));
        await FillAsync(stored, cancellationToken);
        _cipher.Open(_chunk, _chunk == _lastChunk, stored.Span);
        var plain = stored[..^ChunkCipher.TagBytes];
        CheckDigest(plain.Span);
        var start = (long)_chunk * ChunkCipher.PlainBytes;
        _plain = plain[(int)(_position - start)..(int)Math.Min(plain.Length, end - start)];
    }

    private async Task FillAsync(Memory<byte> stored, CancellationToken cancellationToken)
    {
        try
        {
            await _stored!.ReadExactlyAsync(stored, cancellationToken);
        }
        catch (EndOfStreamException failure)
        {
            throw new ContentDamagedException($"Chunk {_chunk} is cut short.", failure);
        }
    }

    private void CheckDigest(ReadOnlySpan<byte> plain)
    {
        _sha256?.AppendData(plain);
        if (_sha256 is not null && _chunk == _lastChunk && Convert.ToHexStringLower(_sha256.GetHashAndReset()) != content.Sha256)
        {
            throw new ContentDamagedException("The content is not what its digest says.");
        }
    }
}
