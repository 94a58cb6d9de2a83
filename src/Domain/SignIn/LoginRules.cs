using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>What a login looks like (lifecycle 2), and what else somebody may take where one is taken.</summary>
public static partial class LoginRules
{
    private const int Shortest = 8;
    private const int Longest = 100;

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>What is wrong with <paramref name="login"/>, if anything is.</summary>
    public static Refusal? Fault(string? login) =>
        login is not { Length: >= Shortest and <= Longest } || login.AsSpan().ContainsAnyExcept(Characters) || !login.Any(char.IsAsciiLetterLower)
            ? SignInRefusals.LoginMalformed
        : IsAccount(Bare(login)) || Matricule().IsMatch(Bare(login)) ? SignInRefusals.LoginRevealing
        : null;

    /// <summary>Logins close to <paramref name="login"/>, which is taken; the nearest first. Whether they are free is for the caller to see.</summary>
    public static IEnumerable<string> CloseTo(string login)
    {
        var stem = login.Length > Longest - 4 ? login[..(Longest - 4)] : login;
        return Enumerable.Range(2, 98).Select(number => string.Create(CultureInfo.InvariantCulture, $"{stem}.{number}"));
    }

    private static string Bare(string login) => string.Concat(login.Where(char.IsAsciiLetterOrDigit));

    // An IBAN with its key (ISO 13616), or a French account with bank, branch, number and key.
    private static bool IsAccount(string text) => (Iban().IsMatch(text) && Remainder(text[4..] + text[..4]) == 1) || Rib().IsMatch(text);

    private static int Remainder(string text)
    {
        var digits = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? $"{c}" : (c - 'a' + 10).ToString(CultureInfo.InvariantCulture)));
        return (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
    }

    [GeneratedRegex("^[a-z]{2}[0-9]{2}[a-z0-9]{11,30}$")]
    private static partial Regex Iban();

    [GeneratedRegex("^[0-9]{10}[0-9a-z]{11}[0-9]{2}$")]
    private static partial Regex Rib();

    // Sex, year, month, department (2a and 2b in Corsica), commune, order, and the key or not.
    [GeneratedRegex("(?<![0-9])[1-478][0-9]{2}(0[1-9]|1[0-2]|[2-9][0-9])([0-9]{2}|2[ab])[0-9]{6}([0-9]{2})?(?![0-9])")]
    private static partial Regex Matricule();
}
