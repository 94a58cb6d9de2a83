using System.Globalization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>
/// What a password must be: twelve characters of four kinds, the 80 bits of CNIL 2022-100 without counting on restricted tries, which there are
/// besides; nothing that everybody takes, nothing of the person's own.
/// </summary>
public static class PasswordRules
{
    private const int Shortest = 12;
    private const int Longest = 200;

    /// <summary>What is wrong with <paramref name="password"/>, if anything is.</summary>
    /// <param name="password">The password as typed.</param>
    /// <param name="login">The login that it goes with.</param>
    /// <param name="holder">Whose.</param>
    public static Refusal? Fault(string? password, string login, HolderSheet holder) =>
        password is not { Length: >= Shortest and <= Longest } || !HasFourKinds(password) ? SignInRefusals.PasswordWeak
        : IsPersonal(password, login, holder) ? SignInRefusals.PasswordPersonal
        : CommonPasswords.Resembles(password) ? SignInRefusals.PasswordCommon
        : null;

    private static bool HasFourKinds(string password) =>
        password.Any(char.IsLower) && password.Any(char.IsUpper) && password.Any(char.IsDigit) && password.Any(c => !char.IsLetterOrDigit(c));

    private static bool IsPersonal(string password, string login, HolderSheet holder)
    {
        var digits = string.Concat(password.Where(char.IsAsciiDigit));
        return Holds(password, login)
            || holder.BirthName.Split([' ', '-']).Concat(holder.GivenNames.Split([' ', '-'])).Any(name => Holds(password, name))
            || BirthDates(holder.BirthDate).Any(date => digits.Contains(date, StringComparison.Ordinal))
            || digits.Contains(holder.Ins.Matricule[..13], StringComparison.Ordinal)
            || (holder.CardSerial is { } card && digits.Contains(card, StringComparison.Ordinal));
    }

    // A name of one or two letters would forbid nearly every password.
    private static bool Holds(string password, string name) => name.Length > 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> BirthDates(DateOnly born) =>
        ((string[])["ddMMyyyy", "ddMMyy", "yyyyMMdd", "yyMMdd", "MMddyyyy"]).Select(format => born.ToString(format, CultureInfo.InvariantCulture));
}
