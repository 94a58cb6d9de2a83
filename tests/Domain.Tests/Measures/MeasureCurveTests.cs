using System.Globalization;
using MonEspaceSante.Domain.Measures;

namespace MonEspaceSante.Domain.Tests.Measures;

public class MeasureCurveTests
{
    [Fact]
    public void A_stretch_has_its_extremes_its_mean_and_its_last_value() => Assert.Equal(
        [new CurvePoint(new(2026, 6, 1), 70m, 72m, 70.67m, 3, 70m), new CurvePoint(new(2026, 6, 3), 69m, 69m, 69m, 1, 69m)],
        MeasureCurve.Of([At("2026-06-01T20:00:00+02:00", 70), At("2026-06-03T08:00:00+02:00", 69), At("2026-06-01T08:00:00+02:00", 72), At("2026-06-01T12:00:00+02:00", 70)], CurveStretch.Day));

    [Theory]
    [InlineData("2026-05-31T22:30:00+00:00", CurveStretch.Day, "2026-06-01")]
    [InlineData("2026-06-07T21:59:00+00:00", CurveStretch.Week, "2026-06-01")]
    [InlineData("2026-06-07T22:00:00+00:00", CurveStretch.Week, "2026-06-08")]
    [InlineData("2026-12-31T23:30:00+00:00", CurveStretch.Month, "2027-01-01")]
    [InlineData("2026-03-29T00:30:00+01:00", CurveStretch.Day, "2026-03-29")]
    public void Days_weeks_and_months_are_those_of_France(string at, CurveStretch stretch, string from) =>
        Assert.Equal(DateOnly.Parse(from, CultureInfo.InvariantCulture), Assert.Single(MeasureCurve.Of([At(at, 1)], stretch)).From);

    [Fact]
    public void Every_value_is_in_one_stretch_whatever_the_order()
    {
        var random = new Random(20261125);
        var values = Enumerable.Range(0, 2_000).Select(i => (new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i * 613), (decimal)random.Next(1000))).ToArray();
        var shuffled = values.ToArray();
        random.Shuffle(shuffled);
        foreach (var stretch in Enum.GetValues<CurveStretch>())
        {
            var points = MeasureCurve.Of(values, stretch);
            Assert.Equal(points, MeasureCurve.Of(shuffled, stretch));
            Assert.Equal(values.Length, points.Sum(point => point.Count));
            Assert.Equal(points.OrderBy(point => point.From), points);
            Assert.All(points, point => Assert.True(point.Minimum <= point.Mean && point.Mean <= point.Maximum && point.Last >= point.Minimum && point.Last <= point.Maximum));
        }
    }

    private static (DateTimeOffset At, decimal Value) At(string at, decimal value) => (DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), value);
}
