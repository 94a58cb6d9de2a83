using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>The national health identity number (matricule INS): who assigned it, and its 15 characters, key checked.</summary>
/// <remarks>Layout and key: INSEE numbering; assigning authorities: INS implementation guide and the FR Core identifier slices.</remarks>
[JsonConverter(typeof(TextJsonConverter<Ins>))]
public readonly record struct Ins : IParsable<Ins>
{
    private const string OidRoot = "1.2.250.1.213.1.4.";

    private Ins(InsAuthority authority, string matricule) => (Authority, Matricule) = (authority, matricule);

    /// <summary>Who assigned the number.</summary>
    public InsAuthority Authority { get; }

    /// <summary>13 characters and the two digits of the key.</summary>
    public string Matricule { get; }

    /// <summary>The OID of the authority, without prefix.</summary>
    public string Oid => OidRoot + ((int)Authority).ToString(CultureInfo.InvariantCulture);

    /// <summary>The FHIR system of the identifier.</summary>
    public string System => "urn:oid:" + Oid;

    /// <summary>Reads a matricule given by <paramref name="authority"/>; spaces between groups are allowed.</summary>
    public static Outcome<Ins> Read(InsAuthority authority, string? matricule)
    {
        var text = matricule?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (text is not { Length: 15 } || !HasMatriculeLayout(text))
        {
            return IdentityRefusals.MatriculeMalformed;
        }

        return Key(text.AsSpan(0, 13)) == int.Parse(text.AsSpan(13), CultureInfo.InvariantCulture)
            ? new Ins(authority, text)
            : IdentityRefusals.MatriculeKeyWrong;
    }

    /// <summary>Reads a matricule in the FHIR or URN <paramref name="system"/> of its authority.</summary>
    public static Outcome<Ins> Read(string? system, string? matricule)
    {
        var oid = system?.StartsWith("urn:oid:", StringComparison.Ordinal) == true ? system[8..] : system;
        return oid is not null && oid.StartsWith(OidRoot, StringComparison.Ordinal)
            && int.TryParse(oid.AsSpan(OidRoot.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var authority)
            && Enum.IsDefined((InsAuthority)authority)
                ? Read((InsAuthority)authority, matricule)
                : IdentityRefusals.InsAuthorityUnknown;
    }

    /// <inheritdoc/>
    public static Ins Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var ins) ? ins : throw new FormatException("Not an INS.");

    /// <summary>Reads <c>OID|matricule</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Ins result)
    {
        var bar = s?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        var read = bar < 0 ? IdentityRefusals.MatriculeMalformed : Read(s![..bar], s[(bar + 1)..]);
        result = read.Value;
        return read.Accepted;
    }

    /// <summary><c>OID|matricule</c>.</summary>
    public override string ToString() => $"{Oid}|{Matricule}";

    /// <summary>The key of the first 13 characters: 97 − (number mod 97), Corsica's 2A and 2B counted as 19 and 18.</summary>
    public static int Key(ReadOnlySpan<char> thirteen)
    {
        var corsica = thirteen[6] is 'A' or 'B';
        var number = 0L;
        for (var i = 0; i < 13; i++)
        {
            var digit = i switch
            {
                5 when corsica => 1,
                6 when corsica => thirteen[6] == 'A' ? 9 : 8,
                _ => thirteen[i] - '0',
            };
            number = (number * 10) + digit;
        }

        return 97 - (int)(number % 97);
    }

    private static bool HasMatriculeLayout(string text)
    {
        var corsica = text[5] == '2' && text[6] is 'A' or 'B';
        for (var i = 0; i < 15; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && !(i == 6 && corsica))
            {
                return false;
            }
        }

        // First digit 7 or 8: temporary number; 5 or 6: passing migrants. Neither is an INS.
        if (text[0] is not ('1' or '2'))
        {
            return false;
        }

        // Departments begin at 01; no upper bound, for numbers of departments that are no more live on.
        if (text[5] == '0' && text[6] == '0')
        {
            return false;
        }

        // 20 to 99: month unknown, mostly births abroad.
        var month = int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture);
        return month is (>= 1 and <= 12) or >= 20;
    }
}

/// <summary>Who assigns matricules; the number is the last arc of the OID 1.2.250.1.213.1.4.</summary>
public enum InsAuthority
{
    /// <summary>Permanent number (NIR).</summary>
    Nir = 8,

    /// <summary>Waiting number (NIA).</summary>
    Nia = 9,

    /// <summary>Test numbers.</summary>
    TestNir = 10,

    /// <summary>Demonstration numbers.</summary>
    DemoNir = 11,
}
