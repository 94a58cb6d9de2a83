using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;

namespace MonEspaceSante.Api.Tests.Measures;

/// <summary>What MES publishes of objects, blood pressures and answers, held against what we take and answer (MES API Mesures 1.5.2).</summary>
[Collection(OnePlatform.Name)]
public sealed class MeasureExampleTests(RunningPlatform platform)
{
    [SkippableFact]
    public async Task An_object_comes_back_as_it_was_sent()
    {
        var world = await platform.SomebodyAsync();
        var device = await PublicExamples.ReadAsync("device-phd");
        device["patient"] = PublicExamples.SubjectOf(world.Person);

        var id = (await world.Me.PostAsync("/fhir/Device", device.ToJsonString())).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();

        var kept = Node((await world.Me.GetAsync($"/fhir/Device/{id}")).Is(HttpStatusCode.OK));
        Assert.Equal(device["meta"]!["profile"]!.ToJsonString(), kept["meta"]!["profile"]!.ToJsonString());
        Assert.All(device.Where(element => element.Key is not ("id" or "meta")), element => Assert.True(JsonNode.DeepEquals(element.Value, kept[element.Key]), element.Key));
    }

    [SkippableFact]
    public async Task A_blood_pressure_of_two_components_is_taken_and_found()
    {
        var world = await platform.SomebodyAsync();
        var pressure = await PublicExamples.ReadAsync("observation-bp-fragment");
        var sent = pressure["component"]!.DeepClone();
        Complete(pressure, world.Person, "85354-9");

        var answer = (await world.Me.PostAsync("/fhir", Transaction(pressure).ToJsonString())).Is(HttpStatusCode.OK);

        Assert.Equal("201 Created", Node(answer)["entry"]![0]!["response"]!["status"]!.GetValue<string>());
        var found = (await world.Me.GetAsync($"/fhir/Observation?subject.identifier={world.Person.Token}&code=85354-9&_sort=-date&_count=1")).Is(HttpStatusCode.OK);
        Assert.True(JsonNode.DeepEquals(sent, JsonNode.Parse(found.Entries.Single().GetProperty("component").GetRawText())));
    }

    [SkippableFact]
    public async Task A_page_of_measures_says_what_the_public_page_says()
    {
        var world = await platform.SomebodyAsync();
        var example = await PublicExamples.ReadAsync("bundle-searchset-bodyweight");
        var (observation, device) = (example["entry"]![0]!["resource"]!.DeepClone().AsObject(), example["entry"]![1]!["resource"]!.DeepClone().AsObject());
        observation["subject"] = PublicExamples.SubjectOf(world.Person);
        for (var hour = 1; hour <= 4; hour++)
        {
            observation["effectiveDateTime"] = $"2022-09-22T{hour:00}:56:16+01:00";
            (await world.Me.PostAsync("/fhir", Transaction(observation, device).ToJsonString())).Is(HttpStatusCode.OK);
        }

        var page = Node((await world.Me.GetAsync(
            $"/fhir/Observation?subject.identifier={world.Person.Token}&code=29463-7&date=ge2022-09-04&date=le2022-09-30&_offset=0&_count=2&_include=Observation:device"))
            .Is(HttpStatusCode.OK));

        // A page is no resource of its own: nobody could read it again by an id.
        Assert.Equal([".id", ".meta.lastUpdated"], PublicExamples.Shape(example).Except(PublicExamples.Shape(page)).Order());
        Assert.Equal((4, "searchset"), (page["total"]!.GetValue<int>(), page["type"]!.GetValue<string>()));
        Assert.Equal(["next", "self"], page["link"]!.AsArray().Select(link => link!["relation"]!.GetValue<string>()).Order());
        Assert.Equal(["Observation", "Observation", "Device"], page["entry"]!.AsArray().Select(entry => entry!["resource"]!["resourceType"]!.GetValue<string>()));
    }

    [SkippableFact]
    public async Task A_transaction_is_answered_as_the_public_one_is()
    {
        var world = await platform.SomebodyAsync();
        var example = await PublicExamples.ReadAsync("bundle-transaction-response");
        var searched = await PublicExamples.ReadAsync("bundle-searchset-bodyweight");
        var (observation, device) = (searched["entry"]![0]!["resource"]!.AsObject(), searched["entry"]![1]!["resource"]!.AsObject());
        observation["subject"] = PublicExamples.SubjectOf(world.Person);

        var answer = Node((await world.Me.PostAsync("/fhir", Transaction(observation, device).ToJsonString())).Is(HttpStatusCode.OK));

        Assert.Empty(PublicExamples.Shape(example).Except(PublicExamples.Shape(answer)));
        Assert.Equal(example["type"]!.GetValue<string>(), answer["type"]!.GetValue<string>());
        Assert.Equal(Responses(example, "status"), Responses(answer, "status"));
        Assert.Equal(["Observation", "Device"], Responses(example, "location").Select(location => location.Split('/')[0]));
        Assert.Equal(["Observation", "Device"], Responses(answer, "location").Select(location => location.Split('/')[^4]));
    }

    private static void Complete(JsonObject observation, Person person, string code)
    {
        observation["status"] = "final";
        observation["category"] = Concepts("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs");
        observation["code"] = Concepts("http://loinc.org", code)[0]!.DeepClone();
        observation["subject"] = PublicExamples.SubjectOf(person);
        observation["effectiveDateTime"] = "2026-03-01T08:15:00+01:00";
    }

    private static JsonArray Concepts(string system, string code) =>
        new(new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) });

    private static JsonObject Transaction(JsonObject observation, JsonObject? device = null)
    {
        var entries = new JsonArray(Entry(observation));
        if (device is not null)
        {
            var made = Entry(device);
            made["request"]!["ifNoneExist"] = $"identifier={device["identifier"]![0]!["system"]}|{device["identifier"]![0]!["value"]}";
            entries[0]!["resource"]!["device"] = new JsonObject { ["reference"] = made["fullUrl"]!.GetValue<string>() };
            entries.Add(made);
        }

        return new() { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = entries };
    }

    private static JsonObject Entry(JsonObject resource)
    {
        var sent = resource.DeepClone().AsObject();
        sent.Remove("id");
        return new()
        {
            ["fullUrl"] = $"urn:uuid:{Guid.NewGuid()}",
            ["resource"] = sent,
            ["request"] = new JsonObject { ["method"] = "POST", ["url"] = sent["resourceType"]!.GetValue<string>() },
        };
    }

    private static IEnumerable<string> Responses(JsonObject bundle, string element) =>
        bundle["entry"]!.AsArray().Select(entry => entry!["response"]![element]!.GetValue<string>());

    private static JsonObject Node(Answer answer) => JsonNode.Parse(answer.Text)!.AsObject();
}
