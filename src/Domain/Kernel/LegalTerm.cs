namespace MonEspaceSante.Domain.Kernel;

/// <summary>
/// Terms of the law that are counted in days or years. They end at midnight in Paris after their last day; a year ends on the day of the same
/// number, and where there is none, on the last day of the month (code de procédure civile, art. 641 and 642): ten years from 29 February 2028
/// end with 28 February 2038.
/// </summary>
public static class LegalTerm
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The first moment after <paramref name="days"/> days, the day of <paramref name="from"/> not counted.</summary>
    public static DateTimeOffset AfterDays(DateTimeOffset from, int days) => EndOf(DateOf(from).AddDays(days));

    /// <summary>The first moment after <paramref name="years"/> years.</summary>
    public static DateTimeOffset AfterYears(DateTimeOffset from, int years) => EndOf(DateOf(from).AddYears(years));

    /// <summary>The date in Paris at <paramref name="moment"/>.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Paris).DateTime);

    /// <summary>The first moment of <paramref name="day"/> in Paris.</summary>
    public static DateTimeOffset BeginningOf(DateOnly day)
    {
        // Clocks change at two and three in the morning: there is one midnight every night.
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Paris.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static DateTimeOffset EndOf(DateOnly day) => BeginningOf(day.AddDays(1));
}
