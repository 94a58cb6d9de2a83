using System.Security.Cryptography;
using System.Text;

namespace MonEspaceSante.Domain.Kernel;

/// <summary>Identities that a rule gives: derived from the command's, so that the rule stays pure and a repetition gives the same ones.</summary>
public static class Ids
{
    /// <summary>The identity of the <paramref name="thing"/> that the command <paramref name="commandId"/> makes.</summary>
    public static Guid Of(Guid commandId, string thing)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(thing.Length)];
        commandId.TryWriteBytes(input);
        var length = 16 + Encoding.UTF8.GetBytes(thing, input[16..]);
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(input[..length], digest);

        // RFC 9562: version 8, custom content; variant 10.
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new(digest[..16], bigEndian: true);
    }
}
