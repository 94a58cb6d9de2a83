using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Identity;

public class BlindKeyTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    // Everybody on disk is filed under it: computed otherwise, nobody would be found again. Expected values computed by another program.
    [Fact]
    public void It_is_the_same_for_ever()
    {
        Assert.Equal("bf963514850a72ddb73ba24e8b94d18b", BlindKey.Of(People.Sheet.Ins, Secret).Value);
        Assert.Equal("2c550b3f4002e2982aa95868193caa8c", BlindKey.Of("login", "alix.m", Secret).Value);
    }

    [Fact]
    public void It_holds_no_clear_text()
    {
        var key = BlindKey.Of(People.Sheet.Ins, Secret).Value;
        for (var i = 0; i + 5 <= People.Sheet.Ins.Matricule.Length; i++)
        {
            Assert.DoesNotContain(People.Sheet.Ins.Matricule.Substring(i, 5), key, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_secret_kind_or_authority_gives_another_key()
    {
        var ins = People.Sheet.Ins;
        var keys = new[]
        {
            BlindKey.Of(ins, Secret),
            BlindKey.Of(ins, [.. Secret.Reverse()]),
            BlindKey.Of("login", ins.ToString(), Secret),
            BlindKey.Of(Ins.Read(InsAuthority.Nir, ins.Matricule).Value, Secret),
        };
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Keys_spread_over_all_buckets()
    {
        var buckets = Enumerable.Range(0, 20_000).Select(i => BlindKey.Of("login", $"login{i}", Secret).Bucket).ToArray();
        Assert.All(buckets, bucket => Assert.InRange(bucket, 0, BlindKey.Buckets - 1));

        // 20,000 balls in 65,536 urns: about 17,240 urns are met.
        Assert.InRange(buckets.Distinct().Count(), 16_900, 17_600);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public void What_is_no_key_is_not_read(string? text) => Assert.False(BlindKey.TryParse(text, null, out _));
}
