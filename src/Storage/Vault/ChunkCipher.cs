using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MonEspaceSante.Storage.Vault;

/// <summary>
/// Seals and opens the chunks of one document: AES-256-GCM in place, nonce = chunk number, and number and last-chunk mark authenticated.
/// A nonce never repeats because the key serves one document, written once. Chunks cannot be swapped, dropped or added.
/// </summary>
internal sealed class ChunkCipher(ReadOnlySpan<byte> key) : IDisposable
{
    /// <summary>Stored bytes of every chunk but the last, which may be shorter: exactly a pooled buffer.</summary>
    public const int StoredBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of the tag behind each chunk.</summary>
    public const int TagBytes = 16;

    /// <summary>Plain bytes of every chunk but the last.</summary>
    public const int PlainBytes = StoredBytes - TagBytes;

    private readonly AesGcm _aes = new(key, TagBytes);

    /// <summary>Encrypts all but the last 16 bytes of <paramref name="chunk"/> in place, and puts the tag there.</summary>
    public void Seal(int index, bool last, Span<byte> chunk)
    {
        Span<byte> place = stackalloc byte[12 + 5];
        WritePlace(index, last, place);
        var content = chunk[..^TagBytes];
        _aes.Encrypt(place[..12], content, content, chunk[^TagBytes..], place[12..]);
    }

    /// <summary>Decrypts all but the last 16 bytes of <paramref name="chunk"/> in place.</summary>
    /// <exception cref="ContentDamagedException">The chunk is not the one that was sealed under this number.</exception>
    public void Open(int index, bool last, Span<byte> chunk)
    {
        Span<byte> place = stackalloc byte[12 + 5];
        WritePlace(index, last, place);
        var content = chunk[..^TagBytes];
        try
        {
            _aes.Decrypt(place[..12], content, chunk[^TagBytes..], content, place[12..]);
        }
        catch (AuthenticationTagMismatchException failure)
        {
            throw new ContentDamagedException($"Chunk {index} does not open.", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();

    private static void WritePlace(int index, bool last, Span<byte> place)
    {
        place.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(place, index);
        BinaryPrimitives.WriteInt32LittleEndian(place[12..], index);
        place[16] = last ? (byte)1 : (byte)0;
    }
}
