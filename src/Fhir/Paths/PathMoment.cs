using System.Globalization;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>
/// A date, a time or both, as the stretch of time that it names: partial dates are long. What carries no zone may stand for any place on Earth,
/// so that its comparison with what carries one is often undecided, as FHIRPath wants it.
/// </summary>
/// <param name="First">Ticks of its first instant, in UTC where it is zoned.</param>
/// <param name="Last">Ticks of its last instant.</param>
/// <param name="Zoned">Whether it names its zone.</param>
internal readonly record struct PathMoment(long First, long Last, bool Zoned)
{
    // Civil time differs by at most this from UTC.
    private const long WidestOffset = 14 * TimeSpan.TicksPerHour;

    /// <summary>Reads a FHIR date, dateTime, instant or time; false where there is no such day or hour.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out PathMoment moment)
    {
        moment = default;
        var clock = text.IndexOf('T');
        var isTime = clock < 0 && text.Length > 2 && text[2] == ':';
        var date = clock >= 0 ? text[..clock] : isTime ? default : text;
        var time = clock >= 0 ? text[(clock + 1)..] : isTime ? text : default;

        var (first, last) = (0L, TimeSpan.TicksPerDay - 1);
        if (text.IsEmpty || (!date.IsEmpty && !TryDate(date, out first, out last)))
        {
            return false;
        }

        if (time.IsEmpty)
        {
            moment = new(first, last, Zoned: false);
            return true;
        }

        var zoneAt = time.IndexOfAny('Z', '+', '-');
        var zone = zoneAt < 0 ? default : time[zoneAt..];
        if (!TryTime(zoneAt < 0 ? time : time[..zoneAt], out var start, out var length) || !TryZone(zone, out var offset))
        {
            return false;
        }

        moment = new(first + start - offset, first + start + length - 1 - offset, !zone.IsEmpty);
        return true;
    }

    /// <summary>Below, above or equal; <see langword="null"/> where both are possible.</summary>
    public int? CompareTo(PathMoment other)
    {
        var slack = Zoned == other.Zoned ? 0 : WidestOffset;
        return Last + slack < other.First ? -1
            : First - slack > other.Last ? 1
            : this == other ? 0
            : null;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out long first, out long last)
    {
        (first, last) = (0, 0);
        var (month, day) = (1, 1);
        if (!TryNumber(text, 0, 4, out var year) || year == 0
            || (text.Length > 4 && (text[4] != '-' || !TryNumber(text, 5, 2, out month) || month is 0 or > 12))
            || (text.Length > 7 && (text[7] != '-' || !TryNumber(text, 8, 2, out day) || day == 0 || day > DateTime.DaysInMonth(year, month)))
            || text.Length is not (4 or 7 or 10))
        {
            return false;
        }

        var start = new DateTime(year, month, day);
        var days = text.Length switch
        {
            4 => DateTime.IsLeapYear(year) ? 366 : 365,
            7 => DateTime.DaysInMonth(year, month),
            _ => 1,
        };
        (first, last) = (start.Ticks, start.Ticks + (days * TimeSpan.TicksPerDay) - 1);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out long start, out long length)
    {
        (start, length) = (0, TimeSpan.TicksPerHour);
        var (minute, second) = (0, 0);
        if (!TryNumber(text, 0, 2, out var hour) || hour > 23
            || (text.Length > 2 && (text[2] != ':' || !TryNumber(text, 3, 2, out minute) || minute > 59))
            // FHIR allows the leap second.
            || (text.Length > 5 && (text[5] != ':' || !TryNumber(text, 6, 2, out second) || second > 60))
            || text.Length is 1 or 3 or 4 or 6 or 7)
        {
            return false;
        }

        start = (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        length = text.Length switch { 2 => TimeSpan.TicksPerHour, 5 => TimeSpan.TicksPerMinute, _ => 1 };
        if (text.Length <= 8)
        {
            return true;
        }

        // Fractions finer than our clock's are cut.
        var fraction = text[8] == '.' ? text[9..] : default;
        var digits = fraction[..Math.Min(fraction.Length, 7)];
        if (digits.IsEmpty || fraction.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        start += long.Parse(digits, CultureInfo.InvariantCulture) * (long)Math.Pow(10, 7 - digits.Length);
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out long offset)
    {
        offset = 0;
        if (text.IsEmpty || text is "Z")
        {
            return true;
        }

        if (text.Length != 6 || text[3] != ':' || !TryNumber(text, 1, 2, out var hours) || !TryNumber(text, 4, 2, out var minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = (text[0] == '-' ? -1 : 1) * ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int at, int digits, out int number)
    {
        number = 0;
        return text.Length >= at + digits && !text.Slice(at, digits).ContainsAnyExceptInRange('0', '9')
            && int.TryParse(text.Slice(at, digits), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
