using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MonEspaceSante.Oidc;

/// <summary>A sign-in that is under way at a provider. Kept at the server, for one use, under what the browser alone holds.</summary>
/// <param name="State">Ties the answer to this request (RFC 6749, section 10.12): 256 random bits.</param>
/// <param name="Nonce">Ties the identity token to this request (OpenID Connect Core, section 3.1.2.1): 256 random bits.</param>
/// <param name="Verifier">Ties the code to this request (PKCE, RFC 7636): 256 random bits.</param>
public sealed record PendingSignIn(string State, string Nonce, string Verifier)
{
    /// <summary>A sign-in that begins.</summary>
    public static PendingSignIn New() => new(Bits(), Bits(), Bits());

    internal string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    internal bool Expects(string? state) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(State), Encoding.UTF8.GetBytes(state ?? ""));

    private static string Bits() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
