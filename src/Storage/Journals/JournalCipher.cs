using System.Security.Cryptography;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>
/// Closes and opens bodies with AES-256-GCM under the keys of one journal. What names the place of a body is bound to it:
/// moved to another place, space or class it does not open.
/// </summary>
internal sealed class JournalCipher(JournalId journal, SpaceKeySet keys) : IDisposable
{
    private const int JournalIdLength = 16;

    private AesGcm? _data;
    private AesGcm? _trace;
    private AesGcm? _message;

    /// <summary>Encrypts <paramref name="body"/> in place.</summary>
    /// <exception cref="InvalidOperationException">The key was destroyed.</exception>
    public void Close(KeyClass keyClass, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> bound, Span<byte> body, Span<byte> tag)
    {
        var key = Of(keyClass) ?? throw new InvalidOperationException($"The {keyClass} key of journal {journal} was destroyed: nothing more is written under it.");
        Span<byte> associated = stackalloc byte[JournalIdLength + bound.Length];
        Associate(bound, associated);
        key.Encrypt(nonce, body, body, tag, associated);
    }

    /// <summary>Decrypts into <paramref name="body"/>; answers <see cref="Opening.Erased"/> once the key was destroyed.</summary>
    public Opening Open(
        KeyClass keyClass, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> bound, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, Span<byte> body)
    {
        if (Of(keyClass) is not { } key)
        {
            return Opening.Erased;
        }

        Span<byte> associated = stackalloc byte[JournalIdLength + bound.Length];
        Associate(bound, associated);
        try
        {
            key.Decrypt(nonce, ciphertext, tag, body, associated);
            return Opening.Opened;
        }
        catch (AuthenticationTagMismatchException)
        {
            return Opening.Refused;
        }
    }

    public void Dispose()
    {
        _data?.Dispose();
        _trace?.Dispose();
        _message?.Dispose();
    }

    private AesGcm? Of(KeyClass keyClass)
    {
        ref var cipher = ref _trace;
        switch (keyClass)
        {
            case KeyClass.Data: cipher = ref _data; break;
            case KeyClass.Message: cipher = ref _message; break;
        }

        return cipher ??= keys.Of(keyClass) is { } key ? new AesGcm(key.Span, EntryFormat.TagLength) : null;
    }

    private void Associate(ReadOnlySpan<byte> bound, Span<byte> associated)
    {
        journal.Write(associated);
        bound.CopyTo(associated[JournalIdLength..]);
    }
}

/// <summary>What became of the opening of a body.</summary>
internal enum Opening
{
    /// <summary>The body is there.</summary>
    Opened,

    /// <summary>Its key was destroyed.</summary>
    Erased,

    /// <summary>These are not the bytes that were closed here.</summary>
    Refused,
}
