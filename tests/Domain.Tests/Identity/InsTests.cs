using System.Globalization;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Tests.Identity;

public class InsTests
{
    [Theory]
    [InlineData("2790351215189", 89)]
    [InlineData("1240188524933", 34)]
    [InlineData("160012A123456", 30)]
    [InlineData("260012B987654", 79)]
    [InlineData("1600120123456", 3)]
    public void The_key_is_the_one_of_the_published_examples(string thirteen, int key)
    {
        Assert.Equal(key, Ins.Key(thirteen));
        Assert.True(Ins.Read(InsAuthority.Nir, $"{thirteen}{key:D2}").Accepted);
    }

    [Theory]
    [InlineData("123456789012345")] // month 45 is plausible, the key is not
    [InlineData("288091234567823")]
    [InlineData("253097812634581")]
    [InlineData("284058832102530")]
    public void A_matricule_with_a_wrong_key_is_refused(string matricule) =>
        Assert.Equal(IdentityRefusals.MatriculeKeyWrong, Ins.Read(InsAuthority.Nir, matricule).Refusal);

    [Theory]
    [InlineData("01", true)]
    [InlineData("12", true)]
    [InlineData("00", false)]
    [InlineData("13", false)]
    [InlineData("19", false)]
    [InlineData("20", true)]
    [InlineData("99", true)]
    public void The_month_is_a_month_or_20_to_99_where_unknown(string month, bool accepted) =>
        Assert.Equal(accepted, Ins.Read(InsAuthority.Nir, WithKey($"279{month}51215189")).Accepted);

    [Theory]
    [InlineData("01", true)]
    [InlineData("95", true)]
    [InlineData("97", true)]
    [InlineData("98", true)]
    [InlineData("99", true)]
    [InlineData("2A", true)]
    [InlineData("2B", true)]
    [InlineData("00", false)]
    public void The_department_is_one_of_the_numbering(string department, bool accepted) =>
        Assert.Equal(accepted, Ins.Read(InsAuthority.Nir, WithKey($"27903{department}215189")).Accepted);

    [Theory]
    [InlineData('0')]
    [InlineData('3')]
    [InlineData('5')] // passing migrants
    [InlineData('6')]
    [InlineData('7')] // temporary numbers
    [InlineData('8')]
    public void Numbers_of_other_families_are_no_ins(char first) =>
        Assert.Equal(IdentityRefusals.MatriculeMalformed, Ins.Read(InsAuthority.Nir, WithKey(first + "790351215189")).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("27903512151898")]
    [InlineData("2790351215189890")]
    [InlineData("279035121518 98")]
    [InlineData("27903A121518989")] // A elsewhere than after a 2
    [InlineData("160012C12345630")]
    [InlineData("1600A2112345630")]
    [InlineData("２７９０３５１２１５１８９８９")] // full-width digits
    [InlineData("-79035121518989")]
    public void What_is_no_matricule_is_malformed(string? text) =>
        Assert.Equal(IdentityRefusals.MatriculeMalformed, Ins.Read(InsAuthority.Nir, text).Refusal);

    [Theory]
    [InlineData("2 79 03 51 215 189 89", "279035121518989")]
    [InlineData("1 60 01 2a 123 456 30", "160012A12345630")]
    public void Spaces_and_small_letters_are_read(string typed, string matricule) =>
        Assert.Equal(matricule, Ins.Read(InsAuthority.Nir, typed).Value.Matricule);

    [Theory]
    [InlineData("urn:oid:1.2.250.1.213.1.4.8", InsAuthority.Nir)]
    [InlineData("1.2.250.1.213.1.4.9", InsAuthority.Nia)]
    [InlineData("urn:oid:1.2.250.1.213.1.4.10", InsAuthority.TestNir)]
    [InlineData("urn:oid:1.2.250.1.213.1.4.11", InsAuthority.DemoNir)]
    public void The_four_authorities_are_known_by_their_system(string system, InsAuthority authority)
    {
        var ins = Ins.Read(system, "279035121518989").Value;
        Assert.Equal(authority, ins.Authority);
        Assert.EndsWith(ins.Oid, system, StringComparison.Ordinal);
        Assert.StartsWith("urn:oid:", ins.System, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("urn:oid:1.2.250.1.213.1.4.2")] // the obsolete computed identifier
    [InlineData("urn:oid:1.2.250.1.213.1.4.+8")]
    [InlineData("urn:oid:1.2.250.1.213.1.4.")]
    [InlineData("http://example.test")]
    public void Another_system_assigns_no_ins(string? system) =>
        Assert.Equal(IdentityRefusals.InsAuthorityUnknown, Ins.Read(system, "279035121518989").Refusal);

    [Fact]
    public void Its_text_form_is_read_back()
    {
        var ins = Ins.Read(InsAuthority.Nia, "160012A12345630").Value;
        Assert.Equal("1.2.250.1.213.1.4.9|160012A12345630", ins.ToString());
        Assert.Equal(ins, Ins.Parse(ins.ToString(), null));
        Assert.Throws<FormatException>(() => Ins.Parse("279035121518989", null));
    }

    [Fact]
    public void Any_single_wrong_character_is_detected()
    {
        var random = new Random(42);
        for (var i = 0; i < 1_000; i++)
        {
            var valid = Any(random);
            Assert.True(Ins.Read(InsAuthority.Nir, valid).Accepted, valid);
            for (var position = 0; position < 15; position++)
            {
                foreach (var other in "0123456789AB".Where(other => other != valid[position]))
                {
                    var mistyped = valid[..position] + other + valid[(position + 1)..];
                    Assert.False(Ins.Read(InsAuthority.Nir, mistyped).Accepted, $"{valid} → {mistyped}");
                }
            }
        }
    }

    private static string Any(Random random)
    {
        var month = random.Next(2) == 0 ? random.Next(1, 13) : random.Next(20, 100);
        var department = random.Next(4) switch { 0 => "2A", 1 => "2B", _ => random.Next(1, 100).ToString("D2", CultureInfo.InvariantCulture) };
        return WithKey($"{random.Next(1, 3)}{random.Next(100):D2}{month:D2}{department}{random.Next(1000):D3}{random.Next(1, 1000):D3}");
    }

    private static string WithKey(string thirteen) => $"{thirteen}{Ins.Key(thirteen):D2}";
}
