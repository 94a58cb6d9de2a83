using System.Buffers;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>What logins, passwords and provisional codes look like.</summary>
public static class CredentialRules
{
    /// <summary>Letters and digits of provisional codes: 32 without look-alikes, hence 5 bits each.</summary>
    public const string CodeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Characters of a provisional code: 50 bits (CNIL 2022-100, secret with restricted tries).</summary>
    public const int CodeLength = 10;

    private const int ShortestPassword = 12;
    private static readonly SearchValues<char> LoginCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>What is wrong with a login, a password and an address, if anything is.</summary>
    public static Refusal? Fault(string? login, string? password, string? email, HolderSheet holder) =>
        !IsLogin(login) ? SignInRefusals.LoginMalformed.At("login")
        : !IsStrong(password, login!, holder) ? SignInRefusals.PasswordWeak.At("password")
        : !IsAddress(email) ? SignInRefusals.EmailMalformed.At("email")
        : null;

    /// <summary>What is wrong with a password, if anything is.</summary>
    public static Refusal? PasswordFault(string? password, string login, HolderSheet holder) =>
        IsStrong(password, login, holder) ? null : SignInRefusals.PasswordWeak;

    /// <summary>A code as printed (5 + 5), typed with or without space or hyphen, in capitals or not; <see langword="null"/> if it is none.</summary>
    public static string? ReadCode(string? typed)
    {
        var code = typed?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return code is { Length: CodeLength } && code.All(CodeAlphabet.Contains) ? code : null;
    }

    private static bool IsLogin(string? login) =>
        login is { Length: >= 8 and <= 100 } && !login.AsSpan().ContainsAnyExcept(LoginCharacters) && login.Any(char.IsAsciiLetterLower);

    private static bool IsStrong(string? password, string login, HolderSheet holder) =>
        password is { Length: >= ShortestPassword and <= 200 }
        && password.Any(char.IsLower) && password.Any(char.IsUpper) && password.Any(char.IsDigit) && password.Any(c => !char.IsLetterOrDigit(c))
        && !password.Contains(login, StringComparison.OrdinalIgnoreCase)
        && !Holds(password, holder.BirthName)
        && !Holds(password, holder.FirstName);

    // A name of one or two letters would forbid nearly every password.
    private static bool Holds(string password, string name) => name.Length > 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="email"/> can be an address.</summary>
    public static bool IsAddress(string? email) =>
        email is { Length: >= 3 and <= 254 } && email.Count(c => c == '@') == 1 && email[0] != '@' && email[^1] != '@'
        && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
