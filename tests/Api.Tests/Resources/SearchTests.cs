using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>Searches inside one space.</summary>
[Collection(OnePlatform.Name)]
public sealed class SearchTests(RunningPlatform platform)
{
    [Theory]
    [InlineData("", 3)]
    [InlineData("code=29463-7", 2)]
    [InlineData("code=http://loinc.org|29463-7", 2)]
    [InlineData("code=http://loinc.org|", 3)]
    [InlineData("code=|29463-7", 0)]
    [InlineData("code=29463-7,8302-2", 3)]
    [InlineData("code=29463-7&code=8302-2", 0)]
    [InlineData("code:not=29463-7", 1)]
    [InlineData("code:text=poids", 3)]
    [InlineData("status=final&category=vital-signs", 3)]
    [InlineData("value-quantity=72.5|http://unitsofmeasure.org|kg", 1)]
    [InlineData("value-quantity=gt72.5", 1)]
    [InlineData("value-quantity=ge72.5||kg", 2)]
    [InlineData("value-quantity=ap75", 2)]
    [InlineData("value-quantity=ne72.5", 2)]
    [InlineData("date=2026-03", 2)]
    [InlineData("date=2026-03-01", 1)]
    [InlineData("date=ge2026-03-02", 1)]
    [InlineData("date=lt2026-03-02T00:00", 2)]
    [InlineData("date=ge2026-02-01&date=lt2026-03-15", 2)]
    [InlineData("date=2026-02-28", 0)]
    [InlineData("date=2026-03-01T07:15:00Z", 1)]
    [InlineData("date:missing=true", 0)]
    [InlineData("device:missing=true", 3)]
    [InlineData("identifier=urn:oid:2.999.1|M1", 1)]
    [InlineData("identifier=M1,M2", 2)]
    [InlineData("_lastUpdated=gt2026-01-01", 3)]
    [InlineData("_lastUpdated=lt2026-01-01", 0)]
    [InlineData("_id=x", 0)]
    [InlineData("status=final&_total=none&_sort=-date,code", null)]
    public async Task Parameters_narrow_as_R4_says(string parameters, int? found)
    {
        var world = await WeighedAsync();

        var answer = (await world.Me.GetAsync(world.Search("Observation", parameters))).Is(HttpStatusCode.OK);
        var posted = (await PostAsync(world, "Observation", parameters)).Is(HttpStatusCode.OK);

        Assert.Equal(found, answer.Json.TryGetProperty("total", out var total) ? total.GetInt32() : null);
        Assert.Equal(found ?? 3, answer.Entries.Count());
        Assert.Equal(answer.Entries.Select(Id), posted.Entries.Select(Id));
    }

    [Theory]
    [InlineData("nonsense=1", "parameter-unknown")]
    [InlineData("subject.name=x", "parameter-unknown")]
    [InlineData("patient.general-practitioner.name=x", "parameter-unknown")]
    [InlineData("_has:Observation:device:code=1", "parameter-unknown")]
    [InlineData("code:in=http://example.org/vs", "parameter-modifier-unsupported")]
    [InlineData("date:exact=2026", "parameter-modifier-unsupported")]
    [InlineData("patient:missing=true", "parameter-modifier-unsupported")]
    [InlineData("date=yesterday", "parameter-invalid")]
    [InlineData("date=gt", "parameter-invalid")]
    [InlineData("date=2026-02-30", "parameter-invalid")]
    [InlineData("value-quantity=heavy", "parameter-invalid")]
    [InlineData("value-quantity=1|kg", "parameter-invalid")]
    [InlineData("code=", "parameter-invalid")]
    [InlineData("code=a\\b", "parameter-invalid")]
    [InlineData("_sort=weight", "parameter-invalid")]
    [InlineData("_sort=--date", "parameter-invalid")]
    [InlineData("_count=-1", "parameter-invalid")]
    [InlineData("_count=1000000", "search-count-invalid")]
    [InlineData("_total=some", "parameter-invalid")]
    [InlineData("_summary=everything", "parameter-invalid")]
    [InlineData("_include=*", "parameter-inclusion-unknown")]
    [InlineData("_include=Observation:subject", "parameter-inclusion-unknown")]
    [InlineData("_include:iterate=Observation:device", "parameter-inclusion-unknown")]
    [InlineData("_page=AAAA", "page-unknown")]
    [InlineData("patient=00000000000000000000000000000000", "parameter-invalid")]
    public async Task What_cannot_be_followed_is_refused(string parameters, string code)
    {
        var world = await platform.SomebodyAsync();
        var address = parameters.StartsWith("_page", StringComparison.Ordinal) ? $"/fhir/Observation?{parameters}" : world.Search("Observation", parameters);
        (await world.Me.GetAsync(address)).IsRefused(HttpStatusCode.BadRequest, code, fhir: true);
    }

    [Fact]
    public async Task Leniency_leaves_out_what_is_unknown_and_says_so_by_its_own_address()
    {
        var world = await WeighedAsync();
        var answer = (await world.Me.GetAsync(world.Search("Observation", "nonsense=1&code=29463-7"), ("Prefer", "handling=lenient"))).Is(HttpStatusCode.OK);
        Assert.Equal(2, answer.Total);
        Assert.DoesNotContain("nonsense", Link(answer, "self"), StringComparison.Ordinal);
        Assert.Contains("code=29463-7", Link(answer, "self"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_patient_is_named_and_is_oneself()
    {
        var world = await WeighedAsync();
        var (other, _) = await platform.SomebodyAsync();
        var id = await new Measure(world.Person).ByAsync(world.Me);

        (await world.Me.GetAsync("/fhir/Observation?code=29463-7")).IsRefused(HttpStatusCode.BadRequest, "patient-not-named", fhir: true);
        (await world.Me.GetAsync($"/fhir/Observation?patient={other.Space}")).Is(HttpStatusCode.NotFound);
        Assert.Equal(4, (await world.Me.GetAsync($"/fhir/Observation?subject.identifier={world.Person.Token}&patient=Patient/{world.Person.Space}")).Total);
        Assert.Equal(4, (await world.Me.GetAsync($"/fhir/Observation?subject:Patient={world.Person.Space}")).Total);
        Assert.Equal(1, (await world.Me.GetAsync($"/fhir/Observation?_id={id}")).Total);
        Assert.Equal(4, (await platform.Visitors.Professional("gp").GetAsync($"/fhir/Observation?patient.identifier={world.Person.Token}")).Total);
        Assert.Equal(0, (await platform.Visitors.Professional("optician").GetAsync($"/fhir/Observation?patient.identifier={world.Person.Token}")).Total);
    }

    [Fact]
    public async Task Results_stand_in_the_order_asked_for_with_what_they_refer_to()
    {
        var world = await platform.SomebodyAsync();
        var device = (await world.Me.PostAsync("/fhir/Device", """{"resourceType":"Device","status":"active","deviceName":[{"name":"Balance","type":"user-friendly-name"}]}"""))
            .Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();
        await new Measure(world.Person) { Value = "71", At = "2026-01-02", Device = $"Device/{device}" }.ByAsync(world.Me);
        await new Measure(world.Person) { Value = "73", At = "2026-01-01" }.ByAsync(world.Me);
        await new Measure(world.Person) { Value = "72", At = "2026-01-03", Device = $"Device/{device}" }.ByAsync(world.Me);

        Assert.Equal(["73", "71", "72"], await ValuesAsync(world, "_sort=date"));
        Assert.Equal(["72", "71", "73"], await ValuesAsync(world, "_sort=-date"));
        Assert.Equal(["71", "72", "73"], await ValuesAsync(world, "_sort=value-quantity"));
        Assert.Equal(["73", "72"], await ValuesAsync(world, "_sort=-value-quantity&_count=2"));
        Assert.Equal(["71", "72"], await ValuesAsync(world, $"device={device}&_sort=date"));
        Assert.Equal(["73"], await ValuesAsync(world, "device:missing=true"));

        var including = (await world.Me.GetAsync(world.Search("Observation", "_sort=date&_include=Observation:device"))).Is(HttpStatusCode.OK);
        Assert.Equal(["match", "match", "match", "include"], Modes(including));
        Assert.Equal(3, including.Total);
        var reverse = (await world.Me.GetAsync(world.Search("Device", "_revinclude=Observation:device"))).Is(HttpStatusCode.OK);
        Assert.Equal(["match", "include", "include"], Modes(reverse));
    }

    [Fact]
    public async Task Somebody_shut_out_and_somebody_unrelated_get_the_bytes_of_an_empty_space()
    {
        var (full, empty) = (await WeighedAsync(), await platform.SomebodyAsync());
        await platform.People.BlockAsync(full.Person, AccessSubject.Of(ProfessionalId.Parse(DevelopmentPeople.Nurse.IdNatPs, null)));
        var absent = $"/fhir/Observation/{full.Person.Space}{Guid.NewGuid():N}";
        var id = await new Measure(full.Person).ByAsync(full.Me);
        string Blank(Answer answer) => answer.Telling.Replace(full.Person.Token, "<person>", StringComparison.Ordinal).Replace(empty.Person.Token, "<person>", StringComparison.Ordinal);
        foreach (var name in new[] { "nurse", "pharmacist" })
        {
            var visitor = platform.Visitors.Professional(name);
            foreach (var parameters in new[] { "", "&code=29463-7&_sort=date", "&_total=none", "&_summary=count", "&_include=Observation:device" })
            {
                var there = (await visitor.GetAsync($"/fhir/Observation?patient.identifier={full.Person.Token}{parameters}")).Is(HttpStatusCode.OK);
                var nothing = (await visitor.GetAsync($"/fhir/Observation?patient.identifier={empty.Person.Token}{parameters}")).Is(HttpStatusCode.OK);
                Assert.Equal(Blank(nothing), Blank(there));
            }

            foreach (var suffix in new[] { "", "/_history", "/_history/1" })
            {
                Assert.Equal(
                    (await visitor.GetAsync(absent + suffix)).Is(HttpStatusCode.NotFound).Telling,
                    (await visitor.GetAsync($"/fhir/Observation/{id}{suffix}")).Is(HttpStatusCode.NotFound).Telling);
            }

            Assert.Equal(
                (await visitor.DeleteAsync(absent)).Is(HttpStatusCode.NotFound).Telling, (await visitor.DeleteAsync($"/fhir/Observation/{id}")).Is(HttpStatusCode.NotFound).Telling);
        }
    }

    private async Task<Somebody> WeighedAsync()
    {
        var world = await platform.SomebodyAsync();
        await new Measure(world.Person) { Identifier = "M1" }.ByAsync(world.Me);
        await new Measure(world.Person) { Value = "80", At = "2026-03-20", Identifier = "M2" }.ByAsync(world.Me);
        await new Measure(world.Person) { Code = "8302-2", Value = "1", At = "2026-02-14T23:30:00Z" }.ByAsync(world.Me);
        return world;
    }

    private static Task<Answer> PostAsync(Somebody world, string type, string parameters) => world.Me.SendAsync(
        HttpMethod.Post, $"/fhir/{type}/_search",
        new StringContent(world.Search(type, parameters).Split('?')[1], System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"));

    private static async Task<List<string>> ValuesAsync(Somebody world, string parameters) =>
        [.. (await world.Me.GetAsync(world.Search("Observation", parameters))).Is(HttpStatusCode.OK).Entries
            .Select(entry => entry.GetProperty("valueQuantity").GetProperty("value").GetRawText())];

    private static IEnumerable<string?> Modes(Answer answer) =>
        answer.Json.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("search").GetProperty("mode").GetString());

    private static string Id(System.Text.Json.JsonElement entry) => entry.GetProperty("id").GetString()!;

    private static string Link(Answer answer, string relation) => answer.Json.GetProperty("link").EnumerateArray()
        .Single(link => link.GetProperty("relation").GetString() == relation).GetProperty("url").GetString()!;
}
