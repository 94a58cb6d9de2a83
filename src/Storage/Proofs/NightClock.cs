namespace MonEspaceSante.Storage.Proofs;

/// <summary>When heads are signed: at two in the morning in Paris, every night, and the night bears the date of its end.</summary>
public static class NightClock
{
    private static readonly TimeOnly Hour = new(2, 0);

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The date in Paris at <paramref name="moment"/>.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Paris).DateTime);

    /// <summary>The first signing hour after <paramref name="moment"/>.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        var today = DateOf(moment);
        return HourOf(today) is var hour && hour > moment ? hour : HourOf(today.AddDays(1));
    }

    private static DateTimeOffset HourOf(DateOnly date)
    {
        // The night that summer time begins has no two o'clock: it is three at once.
        var hour = date.ToDateTime(Hour);
        hour = Paris.IsInvalidTime(hour) ? hour.AddHours(1) : hour;
        return new(hour, Paris.GetUtcOffset(hour));
    }
}
