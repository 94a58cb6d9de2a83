using System.Globalization;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Storage.Tests.Proofs;

public sealed class NightClockTests
{
    [Theory]
    [InlineData("2026-01-10T12:00:00Z", "2026-01-11T01:00:00Z")]
    [InlineData("2026-01-11T00:59:59Z", "2026-01-11T01:00:00Z")]
    [InlineData("2026-01-11T01:00:00Z", "2026-01-12T01:00:00Z")]
    [InlineData("2026-07-10T12:00:00Z", "2026-07-11T00:00:00Z")]
    [InlineData("2026-07-10T23:59:00Z", "2026-07-11T00:00:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")] // Summer time begins: two o'clock is three.
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T01:00:00Z")] // It ends: of two o'clock there are two, and the second counts.
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")]
    public void Heads_are_signed_at_two_in_the_morning_in_Paris(string now, string next) =>
        Assert.Equal(Moment(next), NightClock.NextAfter(Moment(now)));

    [Theory]
    [InlineData("2026-01-10T22:59:59Z", "2026-01-10")]
    [InlineData("2026-01-10T23:00:00Z", "2026-01-11")]
    [InlineData("2026-07-10T22:00:00Z", "2026-07-11")]
    public void A_night_bears_the_date_in_Paris(string moment, string date) =>
        Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), NightClock.DateOf(Moment(moment)));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
