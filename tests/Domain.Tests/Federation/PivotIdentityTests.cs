using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Federation;

public class PivotIdentityTests
{
    private static readonly HolderSheet Sheet = People.Sheet with
    {
        BirthName = "L’Hermitte-Cœur",
        GivenNames = "Anne-Loïse Zoé",
        BirthDate = new(1984, 5, 12),
        Sex = Sex.Female,
        BirthPlace = "2A004",
    };

    private static readonly PivotIdentity Same = new("L HERMITTE COEUR", "ANNE LOISE ZOE", new(1984, 5, 12), Sex.Female, "2A004");

    public static TheoryData<string, PivotIdentity> Others => new()
    {
        { "birth name", Same with { BirthName = "HERMITTE COEUR" } },
        { "first given name", Same with { GivenNames = "LOISE ANNE ZOE" } },
        { "second given name", Same with { GivenNames = "ANNE LOISE MARIE" } },
        { "part of a given name", Same with { GivenNames = "ANNE LOISE ZOELIE" } },
        { "fewer given names", Same with { GivenNames = "ANNE LOISE" } },
        { "birth date", Same with { BirthDate = new(1984, 12, 5) } },
        { "sex", Same with { Sex = Sex.Male } },
        { "birth place", Same with { BirthPlace = "2B004" } },
        { "no name", Same with { BirthName = "", GivenNames = "" } },
    };

    [Fact]
    public void Accents_hyphens_and_capitals_make_no_difference() => Assert.True(Same.IsOf(Sheet));

    [Fact]
    public void A_sheet_may_know_the_first_given_name_alone() => Assert.True(Same.IsOf(Sheet with { GivenNames = "Anne-Loïse" }));

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_trait_is_another_person(string trait, PivotIdentity other) => Assert.False(other.IsOf(Sheet), trait);
}
