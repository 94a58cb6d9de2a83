using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>A line of the insurer's feed, read and checked: the same for files and for single messages.</summary>
/// <param name="Sheet">What it says of the person, but for the cards they are on.</param>
/// <param name="Former">The number that the person's replaces, where one does.</param>
/// <param name="Cards">The holders on whose cards the person is; <see langword="null"/> where the line does not say.</param>
public sealed record InsurerLine(HolderSheet Sheet, Ins? Former, ValueList<Ins>? Cards)
{
    /// <summary>What <see cref="InsurerField.AttachedTo"/> says of somebody who is on nobody's card any more.</summary>
    public const string NoCard = "none";

    /// <summary>Separates the parts of a field that has several.</summary>
    public const char Separator = ';';

    /// <summary>The name of <paramref name="field"/> in files and in JSON.</summary>
    public static string NameOf(InsurerField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    /// <summary>The number that a line is about: all that is needed to find its bucket.</summary>
    public static Outcome<Ins> ReadNumber(InsurerFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var matricule = fields[InsurerField.Matricule];
        return fields[InsurerField.Oid] is { } oid ? Ins.Read(oid, matricule) : Ins.Read(InsAuthority.Nir, matricule);
    }

    /// <summary>The number that it replaces; <see langword="null"/> where the line names none.</summary>
    public static Outcome<Ins?> ReadFormer(InsurerFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var text = fields[InsurerField.FormerMatricule];
        var read = text is null ? null : ReadNumber(text, InsAuthority.Nia);
        return new(read?.Value, read?.Refusal?.At(NameOf(InsurerField.FormerMatricule)));
    }

    /// <summary>Reads a line.</summary>
    /// <param name="fields">Its texts.</param>
    /// <param name="today">Nobody is born or dies later.</param>
    /// <param name="informedAt">When the letter was sent, where the line does not say.</param>
    public static Outcome<InsurerLine> Read(InsurerFields fields, DateOnly today, DateTimeOffset? informedAt = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (number, former) = (ReadNumber(fields), ReadFormer(fields));
        if ((number.Refusal ?? former.Refusal) is { } wrong)
        {
            return wrong;
        }

        if (!TryReadDay(fields[InsurerField.BirthDate], out var born) || born is null)
        {
            return IdentityRefusals.TraitInvalid.At(NameOf(InsurerField.BirthDate));
        }

        if (ReadSex(fields[InsurerField.Sex]) is not { } sex)
        {
            return IdentityRefusals.TraitInvalid.At(NameOf(InsurerField.Sex));
        }

        if (!TryReadDoctor(fields[InsurerField.AttendingDoctor], out var doctor))
        {
            return IdentityRefusals.ProfessionalIdMalformed.At(NameOf(InsurerField.AttendingDoctor));
        }

        if (!TryReadInstant(fields[InsurerField.InformedAt], out var informed))
        {
            return IdentityRefusals.InformedAtInvalid.At(NameOf(InsurerField.InformedAt));
        }

        if (!TryReadDay(fields[InsurerField.DiedOn], out var died))
        {
            return IdentityRefusals.TraitInvalid.At(NameOf(InsurerField.DiedOn));
        }

        var cards = ReadCards(fields[InsurerField.AttachedTo], number.Value.Authority);
        var sheet = new HolderSheet(
            number.Value, fields[InsurerField.BirthName] ?? "", fields[InsurerField.GivenNames] ?? "", born.Value, sex, fields[InsurerField.BirthPlace] ?? "",
            fields[InsurerField.CardSerial], fields[InsurerField.Email], doctor, informed ?? informedAt, fields[InsurerField.Phone],
            fields[InsurerField.PostalAddress]?.Split(Separator, StringSplitOptions.TrimEntries).ToValueList(), DiedOn: died);
        return (sheet.Fault(today) ?? cards.Refusal) is { } fault ? fault : new InsurerLine(sheet, former.Value, cards.Value);
    }

    /// <summary>The line as it is filed, under the blind keys of <paramref name="secret"/>.</summary>
    public FiledLine File(ReadOnlySpan<byte> secret)
    {
        var cards = Cards is null ? null : new BlindKey[Cards.Count];
        for (var i = 0; i < cards?.Length; i++)
        {
            cards[i] = BlindKey.Of(Cards![i], secret);
        }

        return new(
            BlindKey.Of(Sheet.Ins, secret), Sheet with { AttachedTo = cards?.ToValueList() }, Former is { } former ? BlindKey.Of(former, secret) : null);
    }

    /// <summary>Reads a date, or a date and a time with its offset; a date alone begins in UTC. Nothing is no instant, and no fault.</summary>
    public static bool TryReadInstant(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (text is null)
        {
            return true;
        }

        var read = DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
        instant = read ? value.ToUniversalTime() : null;
        return read;
    }

    private static Outcome<ValueList<Ins>?> ReadCards(string? text, InsAuthority authority)
    {
        if (text is null or NoCard)
        {
            return new(text is null ? null : [], null);
        }

        var read = text.Split(Separator, StringSplitOptions.TrimEntries).Select(card => ReadNumber(card, authority)).ToList();
        return read.Find(card => !card.Accepted)?.Refusal is { } wrong
            ? wrong.At(NameOf(InsurerField.AttachedTo))
            : read.Select(card => card.Value).Distinct().ToValueList();
    }

    private static Outcome<Ins> ReadNumber(string text, InsAuthority authority) =>
        text.Split('|') is [var oid, var matricule] ? Ins.Read(oid, matricule) : Ins.Read(authority, text);

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        day = read ? value : null;
        return read || text is null;
    }

    private static Sex? ReadSex(string? text) => text?.ToUpperInvariant() switch
    {
        "M" or "MALE" => Sex.Male,
        "F" or "FEMALE" => Sex.Female,
        _ => null,
    };

    /// <summary>A doctor is named by the 11 digits of the RPPS, or by the national identifier that they are part of.</summary>
    private static bool TryReadDoctor(string? text, out ProfessionalId? doctor)
    {
        doctor = Rpps.TryParse(text, null, out var rpps) ? ProfessionalId.Of(rpps)
            : ProfessionalId.TryParse(text, null, out var id) ? id
            : null;
        return text is null || doctor is not null;
    }
}

/// <summary>A line of the insurer's feed with every number but the person's own as a blind key: what the identity buckets are told.</summary>
/// <param name="Key">What the person is filed under.</param>
/// <param name="Sheet">What the line says of them.</param>
/// <param name="Former">The number that theirs replaces, where one does.</param>
public sealed record FiledLine(BlindKey Key, HolderSheet Sheet, BlindKey? Former);
