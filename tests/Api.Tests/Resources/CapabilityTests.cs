using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>The CapabilityStatement says what is served: everything that it claims of kept resources is called.</summary>
[Collection(OnePlatform.Name)]
public sealed class CapabilityTests(RunningPlatform platform)
{
    private static readonly Dictionary<string, string> AnyValue = new()
    {
        ["token"] = "a|b", ["string"] = "a", ["date"] = "2026-01", ["quantity"] = "1|a|b", ["number"] = "1", ["reference"] = "a", ["uri"] = "urn:a",
    };

    private static readonly string[] Definitions = ["http://hl7.org/fhir/SearchParameter/", "https://interop.esante.gouv.fr/ig/fhir/gap/SearchParameter/"];

    public static TheoryData<string> Types => [.. KeptType.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_claimed_interaction_answers(string type)
    {
        var world = await platform.SomebodyAsync();
        var claims = await ClaimsAsync(world, type);
        foreach (var interaction in claims.GetProperty("interaction").EnumerateArray().Select(interaction => interaction.GetProperty("code").GetString()!))
        {
            Assert.True(await CallAsync(world, type, interaction), interaction);
        }

        Assert.Equal("versioned-update", claims.GetProperty("versioning").GetString());
        Assert.True(claims.GetProperty("conditionalCreate").GetBoolean());
        Assert.True(claims.GetProperty("conditionalUpdate").GetBoolean());
        Assert.Equal("full-support", claims.GetProperty("conditionalRead").GetString());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_claimed_parameter_searches_sorts_and_knows_whether_it_is_missing(string type)
    {
        var world = await platform.SomebodyAsync();
        await CreateAsync(world, type);
        var include = (await ClaimsAsync(world, type)).TryGetProperty("searchInclude", out var includes) ? $"&_include={includes[0].GetString()}" : "";
        foreach (var parameter in (await ClaimsAsync(world, type)).GetProperty("searchParam").EnumerateArray())
        {
            var (name, kind) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("type").GetString()!);
            Assert.Contains(Definitions, definitions => parameter.GetProperty("definition").GetString()!.StartsWith(definitions, StringComparison.Ordinal));
            if (name is not ("patient" or "subject"))
            {
                (await world.Me.GetAsync(world.Search(type, $"{name}={Uri.EscapeDataString(AnyValue[kind])}"))).Is(HttpStatusCode.OK);
                var present = (await world.Me.GetAsync(world.Search(type, $"{name}:missing=false"))).Is(HttpStatusCode.OK);
                var missing = (await world.Me.GetAsync(world.Search(type, $"{name}:missing=true"))).Is(HttpStatusCode.OK);
                Assert.Equal(1, present.Total + missing.Total);
            }

            Assert.Single((await world.Me.GetAsync(world.Search(type, $"_sort=-{name}{include}"))).Is(HttpStatusCode.OK).Entries);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_claimed_inclusion_includes(string type)
    {
        var world = await platform.SomebodyAsync();
        var claims = await ClaimsAsync(world, type);
        foreach (var (list, parameter) in new[] { ("searchInclude", "_include"), ("searchRevInclude", "_revinclude") })
        {
            foreach (var inclusion in claims.TryGetProperty(list, out var inclusions) ? [.. inclusions.EnumerateArray()] : Array.Empty<JsonElement>())
            {
                (await world.Me.GetAsync(world.Search(type, $"{parameter}={inclusion.GetString()}"))).Is(HttpStatusCode.OK);
            }
        }
    }

    [Fact]
    public async Task The_statement_names_both_formats_and_what_is_served_of_the_whole()
    {
        var statement = (await platform.Visitors.Citizen().GetAsync("/fhir/metadata")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(["application/fhir+json", "application/fhir+xml"], statement.GetProperty("format").EnumerateArray().Select(format => format.GetString()));
        Assert.Equal(["batch", "transaction"], statement.GetProperty("rest")[0].GetProperty("interaction").EnumerateArray().Select(interaction => interaction.GetProperty("code").GetString()));
    }

    private static async Task<JsonElement> ClaimsAsync(Somebody world, string type) =>
        (await world.Me.GetAsync("/fhir/metadata")).Is(HttpStatusCode.OK).Json.GetProperty("rest")[0].GetProperty("resource").EnumerateArray()
        .Single(resource => resource.GetProperty("type").GetString() == type);

    private static async Task<bool> CallAsync(Somebody world, string type, string interaction)
    {
        var id = await CreateAsync(world, type);
        var answer = interaction switch
        {
            "create" => await world.Me.PostAsync($"/fhir/{type}", Samples.Of(type, world.Person).ToJsonString()),
            "read" => await world.Me.GetAsync($"/fhir/{type}/{id}"),
            "vread" => await world.Me.GetAsync($"/fhir/{type}/{id}/_history/1"),
            "history-instance" => await world.Me.GetAsync($"/fhir/{type}/{id}/_history"),
            "update" => await UpdateAsync(world, type, id),
            "delete" => await world.Me.DeleteAsync($"/fhir/{type}/{id}"),
            "search-type" => await world.Me.GetAsync(world.Search(type, $"_id={id}")),
            _ => throw new ArgumentOutOfRangeException(nameof(interaction), interaction, "Nobody knows how to call this."),
        };
        Assert.True((int)answer.Status is 200 or 201 or 204, $"{interaction}: {(int)answer.Status} {answer.Text}");
        return interaction is not "search-type" || answer.Total == 1;
    }

    private static async Task<string> CreateAsync(Somebody world, string type) =>
        (await world.Me.PostAsync($"/fhir/{type}", Samples.Of(type, world.Person).ToJsonString())).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;

    private static Task<Answer> UpdateAsync(Somebody world, string type, string id)
    {
        var changed = Samples.Of(type, world.Person);
        changed["id"] = id;
        changed["language"] = "fr";
        return world.Me.SendAsync(HttpMethod.Put, $"/fhir/{type}/{id}", Visitor.Json("/fhir", changed.ToJsonString()), ("If-Match", "W/\"1\""));
    }
}
