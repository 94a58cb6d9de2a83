using System.Security.Cryptography;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Sessions;

/// <summary>The identity of a sign-in attempt: the blind key of the login, which says where its state is, and 128 random bits.</summary>
internal static class Attempt
{
    private const int KeyLength = 32;

    public static string New(BlindKey login) => login.Value + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static bool TryReadLogin(string? attempt, out BlindKey login)
    {
        login = default;
        return attempt is { Length: 2 * KeyLength } && BlindKey.TryParse(attempt[..KeyLength], null, out login);
    }
}
