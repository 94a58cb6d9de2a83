using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>The holder of a space (titulaire) as the insurer's file knows them: matricule and mandatory traits of the INS, and what enrolment needs.</summary>
/// <param name="Ins">The matricule.</param>
/// <param name="BirthName">Family name at birth.</param>
/// <param name="GivenNames">Given names at birth, in order, separated by a space; at least the first.</param>
/// <param name="BirthDate">As registered; a lunar or unknown day is registered as the first.</param>
/// <param name="Sex">As registered.</param>
/// <param name="BirthPlace">INSEE code of the commune, or 99 and the country's code.</param>
/// <param name="CardSerial">Serial number of the health card, 8 to 13 digits; it finds a person, it proves nothing.</param>
/// <param name="Email">Where the insurer may write, if it knows.</param>
/// <param name="AttendingDoctor">The attending doctor (médecin traitant) declared to the insurer.</param>
/// <param name="InformedAt">When the information letter was sent; the six weeks run from there.</param>
/// <param name="Phone">Mobile number that the insurer may send codes to: digits, with a leading + if international.</param>
/// <param name="PostalAddress">Where letters go: at most six lines of 38 characters (NF Z10-011), the name not among them.</param>
/// <param name="AttachedTo">
/// On whose cards the person is listed (rattachement): the holders' numbers as blind keys, two at most. It is what makes a parent the one who may
/// open a child's space (lifecycle 3); <see langword="null"/> where the feed has never said, empty where it says nobody.
/// </param>
/// <param name="DiedOn">When the person died, once the insurer knows.</param>
public sealed record HolderSheet(
    Ins Ins, string BirthName, string GivenNames, DateOnly BirthDate, Sex Sex, string BirthPlace,
    string? CardSerial = null, string? Email = null, ProfessionalId? AttendingDoctor = null, DateTimeOffset? InformedAt = null,
    string? Phone = null, ValueList<string>? PostalAddress = null, ValueList<BlindKey>? AttachedTo = null, DateOnly? DiedOn = null)
{
    private const int MostCards = 2;
    private const int MostAddressLines = 6;
    private const int LongestAddressLine = 38;

    /// <summary>The first given name.</summary>
    [JsonIgnore]
    public string FirstName => GivenNames.Split(' ', 2)[0];

    /// <summary>The first moment, in Paris, of the day on which the holder is eighteen: of age (civil code, art. 414).</summary>
    [JsonIgnore]
    public DateTimeOffset ComesOfAgeAt => LegalTerm.BeginningOf(Birthday(18));

    /// <summary>Whether the holder is not of age at <paramref name="at"/>.</summary>
    public bool IsMinorAt(DateTimeOffset at) => LegalTerm.DateOf(at) < Birthday(18);

    /// <summary>The day on which the holder is <paramref name="age"/> years old; born on 29 February, in a common year, on 1 March, when the year is complete.</summary>
    public DateOnly Birthday(int age)
    {
        var birthday = BirthDate.AddYears(age);
        return birthday.Day == BirthDate.Day ? birthday : birthday.AddDays(1);
    }

    /// <summary>Checks what a parser cannot: names present and of a plausible length, a plausible birth date and place, a plausible card.</summary>
    public Refusal? Fault(DateOnly today) =>
        string.IsNullOrWhiteSpace(BirthName) || BirthName.Length > 100 ? IdentityRefusals.TraitInvalid.At("birthName")
        : GivenNames is not { Length: >= 1 and <= 200 } || FirstName.Length == 0 ? IdentityRefusals.TraitInvalid.At("givenNames")
        : BirthDate.Year < 1850 || BirthDate > today ? IdentityRefusals.TraitInvalid.At("birthDate")
        : BirthPlace is not { Length: 5 } || !BirthPlace.All(char.IsAsciiLetterOrDigit) ? IdentityRefusals.TraitInvalid.At("birthPlace")
        : CardSerial is not null && (CardSerial.Length is < 8 or > 13 || !CardSerial.All(char.IsAsciiDigit)) ? IdentityRefusals.TraitInvalid.At("cardSerial")
        : Email is not null && (Email.Length > 254 || Email.IndexOf('@', StringComparison.Ordinal) is < 1) ? IdentityRefusals.TraitInvalid.At("email")
        : Phone is not null && !IsPhone(Phone) ? IdentityRefusals.TraitInvalid.At("phone")
        : PostalAddress is not null && !IsAddress(PostalAddress) ? IdentityRefusals.TraitInvalid.At("postalAddress")
        : AttachedTo is { Count: > MostCards } ? IdentityRefusals.TraitInvalid.At("attachedTo")
        : DiedOn < BirthDate || DiedOn > today ? IdentityRefusals.TraitInvalid.At("diedOn")
        : null;

    private static bool IsPhone(string phone) =>
        phone.Length is >= 8 and <= 16 && (phone[0] == '+' ? phone.AsSpan(1) : phone).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsAddress(ValueList<string> lines) =>
        lines.Count is >= 1 and <= MostAddressLines && lines.All(line => line is { Length: >= 1 and <= LongestAddressLine } && !line.Any(char.IsControl));
}

/// <summary>The registered sex.</summary>
public enum Sex
{
    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,
}
