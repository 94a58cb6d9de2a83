using System.Globalization;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Tests.Identity;

public class RppsTests
{
    [Theory]
    [InlineData("99700218896")]
    [InlineData("99700367917")]
    public void Published_test_numbers_pass_the_check(string digits) => Assert.Equal(digits, Rpps.Parse(digits, null).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9970021889")]
    [InlineData("997002188966")]
    [InlineData("99700218897")]
    [InlineData("9970021889A")]
    [InlineData(" 9970021889")]
    [InlineData("٩٩٧٠٠٢١٨٨٩٦")] // digits, but not ours
    [InlineData("899700218896")] // with the digit that tells its kind: another identifier
    public void What_is_no_rpps_is_not_read(string? text) => Assert.False(Rpps.TryParse(text, null, out _));

    [Fact]
    public void Any_single_wrong_digit_is_detected()
    {
        var random = new Random(7);
        for (var i = 0; i < 1_000; i++)
        {
            var valid = Builders.People.Rpps(random.Next(100_000)).Value;
            for (var position = 0; position < 11; position++)
            {
                for (var by = 1; by < 10; by++)
                {
                    var other = ((valid[position] - '0' + by) % 10).ToString(CultureInfo.InvariantCulture);
                    Assert.False(Rpps.TryParse(valid[..position] + other + valid[(position + 1)..], null, out _));
                }
            }
        }
    }
}
