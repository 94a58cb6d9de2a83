using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Tests.Identity;

public class NationalIdsTests
{
    [Fact]
    public void A_doctor_is_8_and_the_rpps()
    {
        var id = ProfessionalId.Of(Rpps.Parse("99700218896", null));
        Assert.Equal("899700218896", id.Value);
        Assert.Equal("99700218896", id.Rpps?.Value);
        Assert.Equal(id, ProfessionalId.Parse("899700218896", null));
    }

    [Theory]
    [InlineData("0123456789")] // ADELI
    [InlineData("3990000001/007")] // FINESS and internal number
    [InlineData("5123456789-12")]
    public void Other_kinds_are_read_and_have_no_rpps(string text) => Assert.Null(ProfessionalId.Parse(text, null).Rpps);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("899700218897")] // Luhn
    [InlineData("99700218896")] // without its kind
    [InlineData("012345678")] // ADELI has nine digits
    [InlineData("01234567A9")]
    [InlineData("2123456789")] // no such kind
    [InlineData("3990000001 007")]
    [InlineData("3990000001\n007")]
    [InlineData("3900000000000000000000000000000000")]
    public void What_is_no_professional_is_not_read(string? text)
    {
        Assert.False(ProfessionalId.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => ProfessionalId.Parse(text!, null));
    }

    [Theory]
    [InlineData("1990000001")] // FINESS
    [InlineData("12A0000001")] // FINESS of Corsica
    [InlineData("2123456789")] // SIREN
    [InlineData("312345678901234")] // SIRET
    [InlineData("499700367917006")] // RPPS and rank
    [InlineData("0123456789")]
    public void Kinds_of_structures_are_read(string text) => Assert.Equal(text, StructureId.Parse(text, null).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("199000001")]
    [InlineData("21234567890")]
    [InlineData("31234567890123")]
    [InlineData("5123456789")]
    [InlineData("19900/0001")]
    public void What_is_no_structure_is_not_read(string? text) => Assert.False(StructureId.TryParse(text, null, out _));

    [Theory]
    [InlineData("P/899700218896")]
    [InlineData("S/1990000001")]
    public void Subjects_of_authorisations_are_read_back(string text) => Assert.Equal(text, AccessSubject.Parse(text, null).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("P/1990000001x!")]
    [InlineData("S/899700218897")]
    [InlineData("899700218896")]
    [InlineData("X/899700218896")]
    public void What_is_no_subject_is_not_read(string? text) => Assert.False(AccessSubject.TryParse(text, null, out _));

    [Fact]
    public void A_professional_and_a_structure_of_the_same_text_are_two_subjects() =>
        Assert.NotEqual(
            AccessSubject.Of(ProfessionalId.Parse("1990000001", null)),
            AccessSubject.Of(StructureId.Parse("1990000001", null)));
}
