using System.Globalization;
using System.Text.RegularExpressions;

namespace MonEspaceSante.Fhir.Json;

/// <summary>A FHIR date, dateTime or instant: the stretch of time that it names, from its first to its last second where it is partial.</summary>
/// <param name="First">Where it begins.</param>
/// <param name="Last">Where it ends; the same instant where the time is given in full.</param>
internal readonly partial record struct FhirTime(DateTimeOffset First, DateTimeOffset Last)
{
    // Dates of the field are the ones of the place of care: what gives no zone means the legal time of metropolitan France.
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Reads <c>2026</c>, <c>2026-06</c>, <c>2026-06-12</c> or a full time, with its zone or not.</summary>
    public static FhirTime? Read(string? text)
    {
        var match = Pattern().Match(text ?? "");
        if (!match.Success || !DateTime.TryParseExact(match.Groups["local"].Value, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        // Outside of these years nothing in a health record is dated, and moving to another zone may leave the calendar.
        if (local.Year is < 1800 or > 2999)
        {
            return null;
        }

        if (match.Groups["zone"] is { Success: true } zone)
        {
            return Offset(zone.Value) is { } offset ? new(new(local, offset), new(local, offset)) : null;
        }

        var next = match.Groups["local"].Length switch
        {
            4 => local.AddYears(1).AddSeconds(-1),
            7 => local.AddMonths(1).AddSeconds(-1),
            10 => local.AddDays(1).AddSeconds(-1),
            _ => local,
        };
        return new(InParis(local), InParis(next));
    }

    private static string[] Formats { get; } = ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    private static DateTimeOffset InParis(DateTime local) => new(local, Paris.GetUtcOffset(local));

    private static TimeSpan? Offset(string zone) =>
        zone == "Z" ? TimeSpan.Zero
        : TimeSpan.TryParseExact(zone[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
            ? (zone[0] == '-' ? -offset : offset)
            : null;

    // Fractions finer than our clock's are cut.
    [GeneratedRegex("""
        ^(?<local>[0-9]{4}(-[0-9]{2}){0,2})\z
        | ^(?<local>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?) ((?<=\.[0-9]{7})[0-9]+)? (?<zone>Z|[+-][0-9]{2}:[0-9]{2})?\z
        """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
