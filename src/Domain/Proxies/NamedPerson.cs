using System.Text;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>Somebody as another person names them, to invite them.</summary>
/// <param name="BirthName">Family name at birth.</param>
/// <param name="FirstName">The first given name.</param>
/// <param name="BirthDate">As registered.</param>
public sealed record NamedPerson(string BirthName, string FirstName, DateOnly BirthDate)
{
    private const int LongestName = 100;

    /// <summary>The name, for lists.</summary>
    public string Name => $"{FirstName.Trim()} {BirthName.Trim()}";

    /// <summary>The same text for whatever names the same person: without case, accents, hyphens and apostrophes.</summary>
    public string Key => $"{Plain(BirthName)}|{Plain(FirstName)}|{BirthDate:yyyy-MM-dd}";

    /// <summary>Whether it names the person of <paramref name="sheet"/>.</summary>
    public bool Is(HolderSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Key == new NamedPerson(sheet.BirthName, sheet.FirstName, sheet.BirthDate).Key;
    }

    /// <summary>What is wrong with it, whoever there is.</summary>
    public Refusal? Fault() =>
        BirthName?.Trim() is not { Length: > 0 and <= LongestName } ? IdentityRefusals.TraitInvalid.At("birthName")
        : FirstName?.Trim() is not { Length: > 0 and <= LongestName } ? IdentityRefusals.TraitInvalid.At("firstName")
        : null;

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in Folding.Fold(name).Where(char.IsLetterOrDigit))
        {
            plain.Append(letter);
        }

        return plain.ToString();
    }
}
