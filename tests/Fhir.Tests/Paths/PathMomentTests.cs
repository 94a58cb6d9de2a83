using MonEspaceSante.Fhir.Paths;

namespace MonEspaceSante.Fhir.Tests.Paths;

public sealed class PathMomentTests
{
    [Theory]
    [InlineData("2025", "2026", -1)]
    [InlineData("2026-02-28", "2026-02", null)]
    [InlineData("2026-02", "2026-02", 0)]
    [InlineData("2026-02-28T23:30:00+01:00", "2026-02-28T22:30:00Z", 0)]
    [InlineData("2026-02-28T23:30:00.5+01:00", "2026-02-28T22:30:00Z", 1)]
    [InlineData("2026-02-28", "2026-03-01T08:00:00Z", null)]
    [InlineData("2026-02-28", "2026-03-02T08:00:00Z", -1)]
    [InlineData("10:30:00", "10:29:59.999", 1)]
    public void Moments_are_compared_where_their_precision_allows_it(string left, string right, int? expected)
    {
        Assert.True(PathMoment.TryRead(left, out var one));
        Assert.True(PathMoment.TryRead(right, out var other));

        Assert.Equal(expected, one.CompareTo(other));
        Assert.Equal(-expected, other.CompareTo(one));
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-13")]
    [InlineData("0000")]
    [InlineData("2026-02-01T24:00:00Z")]
    [InlineData("2026-02-01T10:00:00+15:00")]
    [InlineData("2026-02-01T10:00:00.Z")]
    [InlineData("20260201")]
    [InlineData("")]
    public void What_is_on_no_calendar_is_no_moment(string text) => Assert.False(PathMoment.TryRead(text, out _));
}
