using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Identity;

public class HolderSheetTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<string, HolderSheet> Faulty => new()
    {
        { "birthName", People.Sheet with { BirthName = "" } },
        { "birthName", People.Sheet with { BirthName = "   " } },
        { "birthName", People.Sheet with { BirthName = new('A', 101) } },
        { "givenNames", People.Sheet with { GivenNames = "" } },
        { "givenNames", People.Sheet with { GivenNames = " Alix" } },
        { "givenNames", People.Sheet with { GivenNames = new('A', 201) } },
        { "birthDate", People.Sheet with { BirthDate = new(1849, 12, 31) } },
        { "birthDate", People.Sheet with { BirthDate = Today.AddDays(1) } },
        { "birthPlace", People.Sheet with { BirthPlace = "5121" } },
        { "birthPlace", People.Sheet with { BirthPlace = "5121-" } },
        { "cardSerial", People.Sheet with { CardSerial = "1234567" } },
        { "cardSerial", People.Sheet with { CardSerial = "12345678901234" } },
        { "cardSerial", People.Sheet with { CardSerial = "1234567A" } },
        { "email", People.Sheet with { Email = "alix" } },
        { "email", People.Sheet with { Email = "@example.test" } },
        { "email", People.Sheet with { Email = new string('a', 250) + "@a.fr" } },
    };

    public static TheoryData<HolderSheet> Sound => new()
    {
        People.Sheet,
        People.Sheet with { CardSerial = null, Email = null, AttendingDoctor = null, InformedAt = null },
        People.Sheet with { BirthDate = Today },
        People.Sheet with { BirthPlace = "2A004" },
        People.Sheet with { CardSerial = "12345678" },
        People.Sheet with { CardSerial = "1234567890123" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void The_faulty_trait_is_named(string trait, HolderSheet sheet) =>
        Assert.Equal(IdentityRefusals.TraitInvalid.At(trait), sheet.Fault(Today));

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_sheet_has_no_fault(HolderSheet sheet) => Assert.Null(sheet.Fault(Today));

    [Fact]
    public void The_first_of_the_given_names_is_the_first_name() => Assert.Equal("Alix", People.Sheet.FirstName);
}
