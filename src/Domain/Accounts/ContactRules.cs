using System.Text.RegularExpressions;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>What addresses look like.</summary>
public static partial class ContactRules
{
    /// <summary>The address in one form: an e-mail as it is, a number in the international form.</summary>
    public static Outcome<string> Read(ContactKind kind, string? typed)
    {
        if (kind is ContactKind.Email)
        {
            return CredentialRules.IsAddress(typed) ? typed! : SignInRefusals.EmailMalformed.At("value");
        }

        var number = Punctuation().Replace(typed ?? "", "");
        return FrenchMobile().IsMatch(number) ? $"+33{number[1..]}"
            : International().IsMatch(number) ? number
            : AccountRefusals.PhoneMalformed.At("value");
    }

    [GeneratedRegex(@"[ .\-]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("^0[67][0-9]{8}$")]
    private static partial Regex FrenchMobile();

    // E.164: at most fifteen digits, none of them first a zero.
    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}$")]
    private static partial Regex International();
}
