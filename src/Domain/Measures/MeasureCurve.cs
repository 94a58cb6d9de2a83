namespace MonEspaceSante.Domain.Measures;

/// <summary>How long the stretches of a curve are.</summary>
public enum CurveStretch
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,
}

/// <summary>What was measured in one stretch of time.</summary>
/// <param name="From">Its first day, in France.</param>
/// <param name="Minimum">The lowest value.</param>
/// <param name="Maximum">The highest value.</param>
/// <param name="Mean">Two digits after the point.</param>
/// <param name="Count">How many values, one at least.</param>
/// <param name="Last">The value that was taken last.</param>
public sealed record CurvePoint(DateOnly From, decimal Minimum, decimal Maximum, decimal Mean, int Count, decimal Last);

/// <summary>Sums up values for curves. Stretches without a value are left out: a curve does not invent.</summary>
public static class MeasureCurve
{
    // A day is the one of the person, not of the server.
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The points of <paramref name="values"/>, in any order, oldest stretch first.</summary>
    public static IReadOnlyList<CurvePoint> Of(IEnumerable<(DateTimeOffset At, decimal Value)> values, CurveStretch stretch) =>
    [
        .. values.OrderBy(value => value.At).GroupBy(value => FirstDay(value.At, stretch)).Select(group => new CurvePoint(
            group.Key, group.Min(value => value.Value), group.Max(value => value.Value),
            decimal.Round(group.Average(value => value.Value), 2, MidpointRounding.AwayFromZero), group.Count(), group.Last().Value)),
    ];

    private static DateOnly FirstDay(DateTimeOffset at, CurveStretch stretch)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Paris).DateTime);
        return stretch switch
        {
            CurveStretch.Day => day,
            CurveStretch.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            CurveStretch.Month => new DateOnly(day.Year, day.Month, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(stretch), stretch, "No such stretch."),
        };
    }
}
