namespace MonEspaceSante.Fhir.Model;

/// <summary>What date, dateTime, instant and time look like in R4; a day must be one of the calendar.</summary>
internal static class TimeRules
{
    /// <summary>A year, with its month and its day or not.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text) => text.Length switch
    {
        4 => Number(text) is > 0,
        7 => Number(text[..4]) is > 0 && text[4] == '-' && Number(text[5..]) is >= 1 and <= 12,
        10 => IsDay(text),
        _ => false,
    };

    /// <summary>A date, or a day with a time and its zone.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text) => IsDate(text) || IsInstant(text);

    /// <summary>A day with a time to the second or finer, and its zone.</summary>
    public static bool IsInstant(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20 || !IsDay(text[..10]) || text[10] != 'T')
        {
            return false;
        }

        var zone = text[11..].IndexOfAny("Z+-"u8);
        return zone > 0 && IsTime(text.Slice(11, zone)) && IsZone(text[(11 + zone)..]);
    }

    /// <summary>A time of day to the second or finer.</summary>
    // R4 has a 60th second, for the days that have one.
    public static bool IsTime(ReadOnlySpan<byte> text) =>
        text.Length >= 8 && text[2] == ':' && text[5] == ':'
        && Number(text[..2]) is >= 0 and <= 23 && Number(text[3..5]) is >= 0 and <= 59 && Number(text[6..8]) is >= 0 and <= 60
        && (text.Length == 8 || (text.Length > 9 && text[8] == '.' && !text[9..].ContainsAnyExceptInRange((byte)'0', (byte)'9')));

    private static bool IsZone(ReadOnlySpan<byte> text) =>
        text is [(byte)'Z']
        || (text.Length == 6 && text[0] != 'Z' && text[3] == ':' && Number(text[1..3]) is var hours and >= 0 and <= 14
            && Number(text[4..]) is var minutes and >= 0 and <= 59 && (hours < 14 || minutes == 0));

    private static bool IsDay(ReadOnlySpan<byte> text) =>
        text[4] == '-' && text[7] == '-' && Number(text[..4]) is var year and > 0 && Number(text[5..7]) is var month and >= 1 and <= 12
        && Number(text[8..]) is var day and >= 1 && day <= DateTime.DaysInMonth(year, month);

    // The number that these digits are; -1 where one is none.
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
