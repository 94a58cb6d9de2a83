using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Measures;

public class BodyMassIndexTests
{
    [Theory]
    [InlineData(70, 175, "22.9")]
    [InlineData(3.45, 50, "13.8")]
    [InlineData(112.5, 150, "50.0")]
    [InlineData(46.6, 200, "11.7")]
    public void It_is_weight_over_squared_height_with_one_digit(decimal kilograms, decimal centimetres, string expected) =>
        Assert.Equal(expected, BodyMassIndex.Of([Taken(kilograms)], [Taken(centimetres)])?.Value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void It_derives_from_the_latest_of_each_and_says_which()
    {
        var (weight, height) = (Taken(70, 1), Taken(175, 30));

        var index = BodyMassIndex.Of([Taken(80, 2), weight, Taken(90, 3)], [Taken(174, 60), height]);

        Assert.Equal(new BodyMassIndex(22.9m, weight.At, weight, height), index);
    }

    [Fact]
    public void Of_two_taken_at_once_the_last_counts()
    {
        var second = Taken(71);

        Assert.Equal(second, BodyMassIndex.Of([Taken(70), second], [Taken(175)])?.Weight);
    }

    [Fact]
    public void Without_weight_or_height_there_is_none()
    {
        Assert.Null(BodyMassIndex.Of([], [Taken(175)]));
        Assert.Null(BodyMassIndex.Of([Taken(70)], []));
        Assert.Null(BodyMassIndex.Of([Taken(70)], [Taken(0)]));
    }

    private static TakenValue Taken(decimal value, int daysAgo = 0) => new(Guid.NewGuid(), value, Moments.Now.AddDays(-daysAgo));
}
