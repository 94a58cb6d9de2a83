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

    /// <summary>What is wrong with a login and a password, if anything is.</summary>
    public static Refusal? Fault(string? login, string? password, HolderSheet holder) =>
        LoginRules.Fault(login)?.At("login") ?? PasswordRules.Fault(password, login!, holder)?.At("password");

    /// <summary>A code as printed (5 + 5), typed with or without space or hyphen, in capitals or not; <see langword="null"/> if it is none.</summary>
    public static string? ReadCode(string? typed)
    {
        var code = typed?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return code is { Length: CodeLength } && code.All(CodeAlphabet.Contains) ? code : null;
    }

    /// <summary>Whether <paramref name="email"/> can be an e-mail address.</summary>
    public static bool IsAddress(string? email) =>
        email is { Length: >= 3 and <= 254 } && email.Count(c => c == '@') == 1 && email[0] != '@' && email[^1] != '@'
        && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
