namespace MonEspaceSante.Pki.Identities;

/// <summary>The strict forms of the national identifiers of people (idNat_PS) and structures (idNat_Struct).</summary>
/// <remarks>
/// Source: PDSm for DMP, PSIdNat; identity.md, section 2. The ADELI forms (idNat_PS 0 and 1, idNat_Struct 0) are refused: that register
/// has been absorbed by the RPPS. A structure's technical number, which has no prefix to tell it by, is refused too.
/// </remarks>
internal static class NationalIdentifiers
{
    private const int FinessLength = 9;
    private const int SirenLength = 9;
    private const int SiretLength = 14;
    private const int RppsLength = 11;
    private const int PracticeLength = RppsLength + 3;
    private const int LongestInternalNumber = 40;

    /// <summary>11 ASCII digits that pass the Luhn check.</summary>
    public static bool IsRpps(ReadOnlySpan<char> text) => text.Length == RppsLength && AreDigits(text) && PassesLuhn(text);

    /// <summary>The RPPS of an idNat_PS of the form 8 + RPPS, or null.</summary>
    public static string? RppsOf(string idNatPs) =>
        idNatPs is ['8', .. var rpps] && IsRpps(rpps) ? rpps : null;

    /// <summary>The employer, as idNat_Struct, of an idNat_PS of the form prefix + structure + / + internal number; or null.</summary>
    public static string? EmployerOf(string idNatPs)
    {
        var slash = idNatPs.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || !IsInternalNumber(idNatPs.AsSpan(slash + 1)))
        {
            return null;
        }

        var structurePrefix = idNatPs[0] switch { '3' => '1', '4' => '2', '5' => '3', '6' => '4', _ => '?' };
        var employer = structurePrefix + idNatPs[1..slash];
        return IsStructure(employer) ? employer : null;
    }

    /// <summary>An idNat_Struct: 1 + FINESS, 2 + SIREN, 3 + SIRET or 4 + place of practice (RPPS and rank).</summary>
    public static bool IsStructure(string idNatStruct) => idNatStruct switch
    {
        ['1', .. var finess] => IsFiness(finess),
        ['2', .. var siren] => siren.Length == SirenLength && AreDigits(siren),
        ['3', .. var siret] => siret.Length == SiretLength && AreDigits(siret),
        ['4', .. var practice] => practice.Length == PracticeLength && AreDigits(practice) && IsRpps(practice.AsSpan(0, RppsLength)),
        _ => false,
    };

    /// <summary>The Luhn check: from the right, every second digit doubled, the sum of all digits is a multiple of ten.</summary>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }

        return sum % 10 == 0;
    }

    // Corsican departments write 2A or 2B at the head of a FINESS.
    private static bool IsFiness(string text) =>
        text.Length == FinessLength && (AreDigits(text) || (text is ['2', 'A' or 'B', .. var rest] && AreDigits(rest)));

    private static bool IsInternalNumber(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestInternalNumber && !text.ContainsAnyExcept(InternalNumberCharacters);

    // ASCII only: char.IsDigit would let Arabic-Indic or full-width digits through.
    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static readonly System.Buffers.SearchValues<char> InternalNumberCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");
}
