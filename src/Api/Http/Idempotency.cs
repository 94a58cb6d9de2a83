using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Api.Http;

/// <summary>The Idempotency-Key header: the identity of a command that its sender may repeat.</summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";

    /// <summary>The envelope of the command that a request with this <paramref name="body"/> asks for.</summary>
    public static Outcome<Envelope> Envelope(HttpContext context, Caller caller, ReadOnlySpan<byte> body)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            return Grains.Journals.Envelope.Once();
        }

        if (key.Length is < 8 or > 200 || key.Any(character => character is <= ' ' or > '~'))
        {
            return EdgeRefusals.IdempotencyKeyInvalid.At(Header);
        }

        // One key means one command of one caller: two callers may choose the same.
        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Name()}\n{key}"));
        var asked = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n";
        var digest = SHA256.HashData([.. Encoding.UTF8.GetBytes(asked), .. SHA256.HashData(body)]);
        return new Envelope(new Guid(identity.AsSpan(0, 16), bigEndian: true), Convert.ToHexStringLower(digest.AsSpan(0, 16)));
    }
}
