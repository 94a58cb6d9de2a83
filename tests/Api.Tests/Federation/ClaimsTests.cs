using System.Text.Json;
using MonEspaceSante.Api.Federation;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>What providers say, read.</summary>
public sealed class ClaimsTests
{
    private const string Pivot = """
        {"family_name":"RIVIERE","given_name":"Anna Louise","birthdate":"1984-05-12","gender":"female","birthplace":"75101","birthcountry":"99100"}
        """;

    [Fact]
    public void A_pivot_identity_names_the_commune_or_for_who_was_born_abroad_the_country()
    {
        Assert.Equal(new PivotIdentity("RIVIERE", "Anna Louise", new(1984, 5, 12), Sex.Female, "75101"), PivotReading.Read(Of(Pivot)));
        Assert.Equal("99109", PivotReading.Read(Of(Pivot.Replace("75101", "").Replace("99100", "99109")))!.BirthPlace);
    }

    [Theory]
    [InlineData("\"family_name\":\"RIVIERE\"", "\"family_name\":\"\"")]
    [InlineData("\"given_name\":\"Anna Louise\"", "\"given_name\":7")]
    [InlineData("1984-05-12", "1984-00-00")]
    [InlineData("1984-05-12", "12/05/1984")]
    [InlineData("\"female\"", "\"other\"")]
    [InlineData("\"75101\"", "\"\"")]
    public void A_pivot_identity_that_lacks_a_trait_is_none(string trait, string otherwise) => Assert.Null(PivotReading.Read(Of(Pivot.Replace(trait, otherwise))));

    [Fact]
    public void A_professional_exercises_once_for_each_profession_and_place()
    {
        var claims = Of("""
            {"SubjectNameID":"899700900113","SubjectRefPro":{"codeCivilite":"M","exercices":[
              {"codeProfession":"10","codeTypeSavoirFaire":"S","codeSavoirFaire":"SM54","activities":[
                {"numeroFinessSite":"990000010","numeroSiretSite":"99000000000017","raisonSocialeSite":"CABINET"},
                {"numeroFinessSite":"","numeroSiretSite":"99000000000025","raisonSocialeSite":"HOPITAL"},
                {"numeroFinessSite":"","numeroSiretSite":"","numeroSirenSite":"","raisonSocialeSite":"SANS NUMERO"}]},
              {"codeProfession":"21","codeTypeSavoirFaire":"C","codeSavoirFaire":"C41"}]}}
            """);

        Assert.Equal("899700900113", ExerciseReading.Identity(claims)!.Value.Value);
        Assert.Equal(
            [
                new("10", "SM54", StructureId.Parse("1990000010", null), "CABINET"), new("10", "SM54", StructureId.Parse("399000000000025", null), "HOPITAL"),
                new("10", "SM54", null, "SANS NUMERO"), new("21", null, null, ""),
            ],
            ExerciseReading.Exercises(claims));
    }

    [Theory]
    [InlineData("""{"SubjectRefPro":null}""")]
    [InlineData("""{"SubjectRefPro":{"exercices":{}}}""")]
    [InlineData("""{"SubjectRefPro":{"exercices":["10",{"codeProfession":10},{"activities":[{}]}]}}""")]
    [InlineData("""{}""")]
    public void What_is_no_exercise_is_passed_over(string claims) => Assert.Empty(ExerciseReading.Exercises(Of(claims)));

    [Theory]
    [InlineData("ANS20210107161422")]
    [InlineData("899700900114")]
    [InlineData("0123456789")]
    [InlineData("")]
    public void Who_has_no_RPPS_is_nobody_here(string id) => Assert.Null(ExerciseReading.Identity(Of($$"""{"SubjectNameID":"{{id}}"}""")));

    private static Claims Of(string json) => new(JsonDocument.Parse(json).RootElement);
}
