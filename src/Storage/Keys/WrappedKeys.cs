using System.Security.Cryptography;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Keys;

/// <summary>
/// The bytes of the blob <c>k</c>: a version, then for each key that still exists its role (1), nonce (12), the key under AES-256-GCM (32) and tag (16).
/// Version, journal and role are authenticated with it: a wrapped key opens in its own place only.
/// </summary>
internal static class WrappedKeys
{
    private const byte Version = 1;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Wrapped = 1 + NonceBytes + KeyBytes + TagBytes;

    private static readonly KeyClass[] Roles = [KeyClass.Data, KeyClass.Trace, KeyClass.Message];

    /// <summary>Wraps the keys of <paramref name="journal"/> with the key of its shard.</summary>
    public static byte[] Wrap(JournalId journal, SpaceKeySet keys, ReadOnlySpan<byte> shardKey)
    {
        using var cipher = new AesGcm(shardKey, TagBytes);
        using var bytes = new MemoryStream(1 + Roles.Length * Wrapped);
        bytes.WriteByte(Version);
        Span<byte> part = stackalloc byte[Wrapped];
        foreach (var role in Roles)
        {
            if (keys.Of(role) is { } key)
            {
                Wrap(journal, role, key.Span, cipher, part);
                bytes.Write(part);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Opens the keys of <paramref name="journal"/>.</summary>
    /// <exception cref="KeysRefusedException">The bytes are not the keys of this journal under this shard key.</exception>
    public static SpaceKeySet Unwrap(JournalId journal, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> shardKey)
    {
        if (bytes is not [Version, .. var parts] || parts.Length % Wrapped is not 0)
        {
            throw new KeysRefusedException(journal);
        }

        using var cipher = new AesGcm(shardKey, TagBytes);
        var keys = new SpaceKeySet(null, null, null);
        for (; !parts.IsEmpty; parts = parts[Wrapped..])
        {
            keys = With(keys, journal, parts[..Wrapped], cipher);
        }

        return keys;
    }

    private static SpaceKeySet With(SpaceKeySet keys, JournalId journal, ReadOnlySpan<byte> part, AesGcm cipher)
    {
        var role = (KeyClass)part[0];
        var key = Unwrap(journal, role, part, cipher);
        return role switch
        {
            KeyClass.Data => keys with { Data = key },
            KeyClass.Trace => keys with { Trace = key },
            KeyClass.Message => keys with { Message = key },
            _ => throw new KeysRefusedException(journal),
        };
    }

    private static void Wrap(JournalId journal, KeyClass role, ReadOnlySpan<byte> key, AesGcm cipher, Span<byte> part)
    {
        part[0] = (byte)role;
        var nonce = part.Slice(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> place = stackalloc byte[18];
        WritePlace(journal, role, place);
        cipher.Encrypt(nonce, key, part.Slice(1 + NonceBytes, KeyBytes), part[^TagBytes..], place);
    }

    private static byte[] Unwrap(JournalId journal, KeyClass role, ReadOnlySpan<byte> part, AesGcm cipher)
    {
        Span<byte> place = stackalloc byte[18];
        WritePlace(journal, role, place);
        var key = new byte[KeyBytes];
        try
        {
            cipher.Decrypt(part.Slice(1, NonceBytes), part.Slice(1 + NonceBytes, KeyBytes), part[^TagBytes..], key, place);
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new KeysRefusedException(journal);
        }
    }

    private static void WritePlace(JournalId journal, KeyClass role, Span<byte> place)
    {
        place[0] = Version;
        journal.Write(place[1..]);
        place[17] = (byte)role;
    }
}
