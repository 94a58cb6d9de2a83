using System.Globalization;
using System.Text.RegularExpressions;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>A time as CDA writes it (HL7 V3, TS): the stretch that it names, from its first to its last second where it is partial.</summary>
/// <param name="First">Where it begins.</param>
/// <param name="Last">Where it ends.</param>
public readonly partial record struct CdaTime(DateTimeOffset First, DateTimeOffset Last)
{
    // What gives no zone means the legal time of metropolitan France.
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Reads <c>20260612</c>, <c>202606121030</c>, <c>20260612103000.000+0200</c>…; <see langword="null"/> where it is none.</summary>
    public static CdaTime? Read(string? text)
    {
        var match = Pattern().Match(text ?? "");
        var digits = match.Groups["digits"].Value;
        if (!match.Success || !DateTime.TryParseExact(Completed(digits), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            // Outside of these years nothing in a health record is dated, and moving to another zone may leave the calendar.
            || first.Year is < 1800 or > 2999)
        {
            return null;
        }

        var last = (digits.Length switch
        {
            4 => first.AddYears(1),
            6 => first.AddMonths(1),
            8 => first.AddDays(1),
            10 => first.AddHours(1),
            12 => first.AddMinutes(1),
            _ => first.AddSeconds(1),
        }).AddSeconds(-1);
        if (match.Groups["zone"] is not { Success: true } zone)
        {
            return new(new(first, Paris.GetUtcOffset(first)), new(last, Paris.GetUtcOffset(last)));
        }

        return Offset(zone.Value) is { } offset ? new(new(first, offset), new(last, offset)) : null;
    }

    /// <summary>The day of <paramref name="time"/> in France.</summary>
    internal static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Paris).DateTime);

    /// <summary>Whether <paramref name="time"/> is a midnight in France: what a day without an hour is kept as.</summary>
    internal static bool IsMidnight(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Paris).TimeOfDay == TimeSpan.Zero;

    private static string Completed(string digits) => digits + "00000101000000"[digits.Length..];

    private static TimeSpan? Offset(string zone) =>
        TimeSpan.TryParseExact(zone[1..], "hhmm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
            ? (zone[0] == '-' ? -offset : offset)
            : null;

    // Fractions of a second agree with nothing that XDS can say: they are left aside.
    [GeneratedRegex("""^(?<digits>[0-9]{4}([0-9]{2}){0,5})((?<=^[0-9]{14})\.[0-9]{1,9})?(?<zone>[+-][0-9]{4})?\z""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
