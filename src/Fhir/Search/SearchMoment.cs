using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MonEspaceSante.Fhir.Search;

/// <summary>A date or time as precise as it was written: the stretch of time that it names. Without a zone it is the legal time of metropolitan France.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The moment after its last.</param>
internal readonly partial record struct SearchMoment(DateTimeOffset From, DateTimeOffset To)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Before every date that can be searched for.</summary>
    public static DateTimeOffset Beginning { get; } = DateTimeOffset.MinValue;

    /// <summary>After every date that can be searched for.</summary>
    public static DateTimeOffset End { get; } = DateTimeOffset.MaxValue;

    /// <summary>
    /// Reads <c>2026</c>, <c>2026-06</c>, <c>2026-06-12</c>, <c>2026-06-12T10:30</c>, with seconds and fractions of them, with a zone or not.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SearchMoment moment)
    {
        moment = default;
        var match = Pattern().Match(text ?? "");
        var local = match.Groups["local"].Value;
        if (!match.Success || !DateTime.TryParseExact(local, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year is < 2 or > 9998)
        {
            return false;
        }

        var after = local.Length switch
        {
            4 => first.AddYears(1),
            7 => first.AddMonths(1),
            10 => first.AddDays(1),
            16 => first.AddMinutes(1),
            19 => first.AddSeconds(1),

            // Finer fractions than a millisecond are cut: no clock of the field is that good.
            _ => first.AddMilliseconds(1),
        };
        if (match.Groups["zone"] is not { Success: true } zone)
        {
            moment = new(InParis(first), InParis(after));
            return true;
        }

        var offset = zone.Value == "Z" ? TimeSpan.Zero : TimeSpan.ParseExact(zone.Value[1..], "hh\\:mm", CultureInfo.InvariantCulture);
        if (offset > TimeSpan.FromHours(14))
        {
            return false;
        }

        // An unescaped plus sign arrives as a blank.
        offset = zone.Value[0] == '-' ? -offset : offset;
        moment = new(new(first, offset), new(after, offset));
        return true;
    }

    private static string[] Formats { get; } =
        ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.f", "yyyy-MM-ddTHH:mm:ss.ff", "yyyy-MM-ddTHH:mm:ss.fff"];

    private static DateTimeOffset InParis(DateTime local) => new(local, Paris.GetUtcOffset(local));

    [GeneratedRegex("""
        ^(?<local>[0-9]{4}(-[0-9]{2}){0,2})\z
        | ^(?<local>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,3})?)?) ((?<=\.[0-9]{3})[0-9]+)? (?<zone>Z|[+\-\ ][0-1][0-9]:[0-5][0-9])?\z
        """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
