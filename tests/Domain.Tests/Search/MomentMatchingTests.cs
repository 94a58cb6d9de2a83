using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Search;

/// <summary>FHIR R4, search, date: both what is sought and what is there are periods.</summary>
public class MomentMatchingTests
{
    // Sought: the whole of March 2026. There: a period within it, around it, before it, after it, over its beginning, over its end.
    [Theory]
    [InlineData(Prefix.Equal, "w")]
    [InlineData(Prefix.NotEqual, "abse+")]
    [InlineData(Prefix.Less, "abs")]
    [InlineData(Prefix.LessOrEqual, "absw")]
    [InlineData(Prefix.Greater, "ae+")]
    [InlineData(Prefix.GreaterOrEqual, "ae+w")]
    [InlineData(Prefix.StartsAfter, "+")]
    [InlineData(Prefix.EndsBefore, "b")]
    public void Each_prefix_finds_the_periods_that_it_names(Prefix prefix, string found)
    {
        Dictionary<char, (string From, string To)> periods = new()
        {
            ['w'] = ("2026-03-10", "2026-03-11"),
            ['a'] = ("2026-01-01", "2026-12-31"),
            ['b'] = ("2026-02-01", "2026-03-01"),
            ['s'] = ("2026-02-20", "2026-03-05"),
            ['e'] = ("2026-03-20", "2026-04-05"),
            ['+'] = ("2026-04-01", "2026-04-02"),
        };
        Assert.Equal(found.Order(), periods.Where(period => Finds(prefix, Day(period.Value.From), Day(period.Value.To))).Select(period => period.Key).Order());
    }

    [Theory]
    [InlineData("2026-02-26", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-04-05", true)]
    [InlineData("2026-04-12", false)]
    public void About_is_within_a_tenth_of_the_time_from_now(string day, bool found) =>
        // Now is the 1st of June: March ended two months ago, so that six days around it are about it.
        Assert.Equal(found, Finds(Prefix.About, Day(day), Day(day).AddDays(1)));

    [Fact]
    public void A_period_without_an_end_goes_on()
    {
        Assert.True(Finds(Prefix.Greater, Day("2020-01-01"), DateTimeOffset.MaxValue));
        Assert.True(Finds(Prefix.About, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.False(Finds(Prefix.EndsBefore, DateTimeOffset.MinValue, Day("2026-03-02")));
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private static bool Finds(Prefix prefix, DateTimeOffset from, DateTimeOffset to)
    {
        var measure = Weights.Weight() with { Index = new([new IndexedValue.Moment("date", from, to)]) };
        var space = Given([.. Events.Activated(), Weights.Recorded(measure)]);
        return space.Search(ResourceQuery.Where(Weights.Where("date", new Sought.Moment(prefix, Day("2026-03-01"), Day("2026-04-01"))))).Matches.Count == 1;
    }
}
