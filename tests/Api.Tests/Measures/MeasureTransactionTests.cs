using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;

namespace MonEspaceSante.Api.Tests.Measures;

/// <summary>The transaction that brings a measure and its object (MES API Mesures 1.5.2).</summary>
[Collection(OnePlatform.Name)]
public sealed class MeasureTransactionTests(RunningPlatform platform)
{
    [SkippableFact]
    public async Task The_public_example_is_carried_out_and_its_object_made_once()
    {
        var world = await platform.SomebodyAsync();
        var example = await ExampleAsync(world.Person);

        var first = (await world.Me.PostAsync("/fhir", example.ToJsonString())).Is(HttpStatusCode.OK);
        var second = (await world.Me.PostAsync("/fhir", example.ToJsonString())).Is(HttpStatusCode.OK);

        Assert.Equal(["201", "201"], Statuses(first));
        Assert.Equal(["200", "201"], Statuses(second));
        var kept = await world.Me.GetAsync(world.Search("Observation", "code=29463-7&_include=Observation:device"));
        Assert.Equal((2, 3), (kept.Total, kept.Entries.Count()));
    }

    [SkippableFact]
    public async Task A_transaction_that_breaks_the_rules_of_MES_is_refused_whole()
    {
        var world = await platform.SomebodyAsync();
        var example = await ExampleAsync(world.Person);
        example["entry"]![0]!["request"]!.AsObject().Remove("ifNoneExist");

        (await world.Me.PostAsync("/fhir", example.ToJsonString())).IsRefused(HttpStatusCode.UnprocessableEntity, "measure-device-condition-missing", fhir: true);

        Assert.Equal(0, (await world.Me.GetAsync(world.Search("Device", ""))).Total);
    }

    [Fact]
    public async Task The_body_mass_index_does_not_come_in_by_a_transaction_either()
    {
        var world = await platform.SomebodyAsync();
        var index = new Measure(world.Person) { Code = "39156-5" };
        (await world.Me.PostAsync("/fhir", $$"""
            {"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{index.Json}},"request":{"method":"POST","url":"Observation"} }]}
            """)).IsRefused(HttpStatusCode.UnprocessableEntity, "measure-computed", fhir: true);
    }

    private static IEnumerable<string> Statuses(Answer answer) =>
        answer.Json.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("response").GetProperty("status").GetString()![..3]);

    private static async Task<JsonObject> ExampleAsync(Person person)
    {
        var folder = Folders().Select(up => Path.Combine(up.FullName, "shared", "data", "ans", "mes-measures")).FirstOrDefault(Directory.Exists);
        Skip.If(folder is null, "The public examples of MES are not on this machine.");
        var example = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "bundle-transaction-bodyweight.json")))!.AsObject();

        // The solution's number of the person gives way to the person's own: nobody is paired here.
        var subject = example["entry"]!.AsArray().Select(entry => entry!["resource"]!["subject"]).First(subject => subject is not null)!;
        subject["identifier"] = new JsonObject { ["system"] = person.System, ["value"] = person.Matricule };
        return example;
    }

    private static IEnumerable<DirectoryInfo> Folders()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            yield return up;
        }
    }
}
