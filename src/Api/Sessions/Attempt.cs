using System.Security.Cryptography;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Sessions;

/// <summary>The identity of an attempt, as it is told.</summary>
internal sealed record AttemptAnswer(string Attempt);

/// <summary>The identity of an attempt: 128 random bits; of one to sign in, after the blind key of the login, which says where its state is.</summary>
internal static class Attempt
{
    private const int KeyLength = 32;

    public static string New() => RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);

    public static string New(BlindKey login) => login.Value + New();

    public static bool TryReadLogin(string? attempt, out BlindKey login)
    {
        login = default;
        return attempt is { Length: 2 * KeyLength } && BlindKey.TryParse(attempt[..KeyLength], null, out login);
    }
}
