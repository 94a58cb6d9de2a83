using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Professionals;

/// <summary>The directory of professionals, for citizens and professionals alike.</summary>
[Collection(OnePlatform.Name)]
public sealed class DirectoryTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_citizen_finds_a_professional_by_name_town_or_number_and_reads_them()
    {
        var me = await CitizenAsync();
        foreach (var search in new[]
        {
            "name=CARDIO", "name=dominique%20cardiologue", "name=cardio&address-city=tilleuls", "identifier=https://rpps.esante.gouv.fr%7C99700900220",
            "identifier=urn:oid:1.2.250.1.71.4.2.1%7C899700900220",
        })
        {
            var found = Assert.Single((await me.GetAsync($"/fhir/Practitioner?{search}")).Is(HttpStatusCode.OK).Entries);
            Assert.Equal("CARDIOLOGUE", found.GetProperty("name")[0].GetProperty("family").GetString());
            var read = (await me.GetAsync($"/fhir/Practitioner/{found.GetProperty("id").GetString()}")).Is(HttpStatusCode.OK);
            Assert.Equal(found.GetRawText(), read.Json.GetRawText());
        }
    }

    [Fact]
    public async Task A_professional_finds_who_works_in_a_structure_and_with_which_speciality()
    {
        var gp = platform.Visitors.Professional("gp");
        var hospital = Assert.Single((await gp.GetAsync("/fhir/Organization?identifier=https://finess.esante.gouv.fr%7C990000028")).Is(HttpStatusCode.OK).Entries);
        var roles = (await gp.GetAsync($"/fhir/PractitionerRole?organization=Organization/{hospital.GetProperty("id").GetString()}")).Is(HttpStatusCode.OK);
        Assert.Equal(2, roles.Total);
        Assert.Equal(1, (await gp.GetAsync("/fhir/PractitionerRole?organization.address-city=tilleuls&specialty=SM04")).Is(HttpStatusCode.OK).Total);
    }

    [Fact]
    public async Task Pages_are_linked()
    {
        var me = await CitizenAsync();
        var first = (await me.GetAsync("/fhir/PractitionerRole?organization.address-city=tilleuls&_count=4")).Is(HttpStatusCode.OK);
        Assert.Equal((8, 4), (first.Total, first.Entries.Count()));
        var next = first.Json.GetProperty("link").EnumerateArray().Single(link => link.GetProperty("relation").GetString() == "next").GetProperty("url").GetString()!;
        var second = (await me.GetAsync(new Uri(next).PathAndQuery)).Is(HttpStatusCode.OK);
        Assert.Equal(4, second.Entries.Count());
        Assert.Equal(8, first.Entries.Concat(second.Entries).Select(role => role.GetProperty("id").GetString()).Distinct().Count());
        Assert.DoesNotContain("\"next\"", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_professional_struck_off_is_not_in_the_directory() =>
        Assert.Equal(0, (await (await CitizenAsync()).GetAsync("/fhir/Practitioner?identifier=99700900667")).Is(HttpStatusCode.OK).Total);

    [Theory]
    [InlineData("/fhir/Practitioner", "directory-search-too-wide")]
    [InlineData("/fhir/Practitioner?name=c", "directory-search-too-wide")]
    [InlineData("/fhir/Practitioner?name=cardio&address-city=-", "directory-search-too-wide")]
    [InlineData("/fhir/PractitionerRole?specialty=SM04", "directory-search-too-wide")]
    [InlineData("/fhir/Organization?telecom=01", "parameter-unknown")]
    [InlineData("/fhir/Practitioner?name=cardio&_count=-1", "parameter-invalid")]
    [InlineData("/fhir/Practitioner?name=cardio&_offset=x", "parameter-invalid")]
    public async Task A_search_that_says_too_little_or_nonsense_is_refused(string path, string code) =>
        (await (await CitizenAsync()).GetAsync(path)).IsRefused(HttpStatusCode.BadRequest, code, fhir: true);

    [Theory]
    [InlineData("/fhir/Practitioner/99700900220")]
    [InlineData("/fhir/PractitionerRole/x")]
    [InlineData("/fhir/Organization/1990000028")]
    public async Task What_is_not_there_is_not_found(string path) =>
        (await (await CitizenAsync()).GetAsync(path)).IsRefused(HttpStatusCode.NotFound, "directory-entry-unknown", fhir: true);

    private async Task<Visitor> CitizenAsync() => platform.Visitors.Citizen(await platform.People.SignInAsync(await platform.People.ActivatedAsync()));
}
