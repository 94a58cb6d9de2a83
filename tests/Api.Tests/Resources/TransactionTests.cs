using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>Transactions and batches of resources.</summary>
[Collection(OnePlatform.Name)]
public sealed class TransactionTests(RunningPlatform platform)
{
    private const string Scale = "urn:uuid:0a7a2d86-9b22-4c3c-8a0e-0d6f3e9a1c01";

    [Fact]
    public async Task Resources_that_refer_to_each_other_are_made_together()
    {
        var world = await platform.SomebodyAsync();

        var answer = (await PostAsync(world, "transaction",
            Entry("POST", "Observation", new Measure(world.Person) { Device = Scale, Value = "72.10" }.Json),
            Entry("POST", "Device", Device(), Scale),
            Entry("GET", $"Device?patient={world.Person.Space}", null))).Is(HttpStatusCode.OK);

        Assert.Equal("transaction-response", answer.Json.GetProperty("type").GetString());
        Assert.Equal(["201 Created", "201 Created", "200 OK"], Statuses(answer));
        var device = Location(answer, 1).Split("/_history/")[0];
        var observation = (await world.Me.GetAsync("/fhir" + Location(answer, 0).Split("/fhir")[1])).Is(HttpStatusCode.OK);
        Assert.EndsWith(observation.Json.GetProperty("device").GetProperty("reference").GetString()!, device, StringComparison.Ordinal);
        Assert.Contains("72.10", observation.Text, StringComparison.Ordinal);
        Assert.Equal(1, answer.Json.GetProperty("entry")[2].GetProperty("resource").GetProperty("total").GetInt32());
        Assert.Single((await world.Me.GetAsync(world.Search("Observation", "device=" + device.Split('/')[^1]))).Entries);
    }

    [Fact]
    public async Task One_bad_entry_keeps_everything_out_and_is_pointed_at()
    {
        var world = await platform.SomebodyAsync();

        var refused = await PostAsync(world, "transaction",
            Entry("POST", "Device", Device(), Scale),
            Entry("POST", "Observation", """{"resourceType":"Observation","code":{"text":"x"}}"""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Bundle.entry[1].resource", refused.Json.GetProperty("issue")[0].GetProperty("expression")[0].GetString(), StringComparison.Ordinal);
        var late = await PostAsync(world, "transaction",
            Entry("POST", "Device", Device(), Scale), Entry("DELETE", $"Device/{world.Person.Space}{Guid.NewGuid():N}", null));
        late.IsRefused(HttpStatusCode.NotFound, "resource-unknown", fhir: true);
        Assert.Equal(0, (await world.Me.GetAsync(world.Search("Device", ""))).Total);
    }

    [Fact]
    public async Task What_goes_and_what_changes_does_so_in_the_order_of_R4()
    {
        var world = await platform.SomebodyAsync();
        var (kept, gone) = (await new Measure(world.Person).ByAsync(world.Me), await new Measure(world.Person).ByAsync(world.Me));
        var changed = new Measure(world.Person) { Value = "1" }.ToNode();
        changed["id"] = kept;

        var answer = (await PostAsync(world, "transaction",
            Entry("GET", $"Observation/{kept}", null),
            Entry("PUT", $"Observation/{kept}", changed.ToJsonString()),
            Entry("POST", "Observation", new Measure(world.Person).Json),
            Entry("DELETE", $"Observation/{gone}", null))).Is(HttpStatusCode.OK);

        Assert.Equal(["200 OK", "200 OK", "201 Created", "204 No Content"], Statuses(answer));
        Assert.Equal("2", answer.Json.GetProperty("entry")[0].GetProperty("resource").GetProperty("meta").GetProperty("versionId").GetString());
        Assert.Equal(2, (await world.Me.GetAsync(world.Search("Observation", ""))).Total);
    }

    [Fact]
    public async Task A_repeated_transaction_makes_nothing_twice()
    {
        var world = await platform.SomebodyAsync();
        var key = ("Idempotency-Key", $"transaction-{world.Person.Space}");
        var bundle = Bundle("transaction", Entry("POST", "Observation", new Measure(world.Person) { Device = Scale }.Json), Entry("POST", "Device", Device(), Scale));

        var first = (await world.Me.PostAsync("/fhir", bundle, key)).Is(HttpStatusCode.OK);
        var second = (await world.Me.PostAsync("/fhir", bundle, key)).Is(HttpStatusCode.OK);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(1, (await world.Me.GetAsync(world.Search("Observation", ""))).Total);
    }

    [Fact]
    public async Task A_transaction_stays_in_one_space()
    {
        var (mine, theirs) = (await platform.SomebodyAsync(), await platform.SomebodyAsync());
        var mixed = Bundle("transaction",
            Entry("POST", "Observation", new Measure(mine.Person).Json), Entry("POST", "Observation", new Measure(theirs.Person).Json));

        (await platform.Visitors.Professional("gp").PostAsync("/fhir", mixed)).IsRefused(HttpStatusCode.BadRequest, "bundle-patients-mixed", fhir: true);
        (await mine.Me.PostAsync("/fhir", mixed)).Is(HttpStatusCode.NotFound);
        Assert.Equal(0, (await mine.Me.GetAsync(mine.Search("Observation", ""))).Total);
    }

    [Theory]
    [InlineData("PATCH", "Observation/1", "bundle-without-document")]
    [InlineData("POST", "Observation/1", "bundle-request-unsupported")]
    [InlineData("POST", "Patient", "bundle-request-unsupported")]
    [InlineData("POST", "../Observation", "bundle-request-unsupported")]
    [InlineData("POST", "https://example.org/fhir/Observation", "bundle-request-unsupported")]
    [InlineData("PUT", "Observation", "bundle-request-unsupported")]
    public async Task What_is_no_request_is_refused(string method, string url, string code)
    {
        var world = await platform.SomebodyAsync();
        var refused = await PostAsync(world, "transaction", Entry(method, url, new Measure(world.Person).Json));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(code, refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urn:uuid:00000000-0000-0000-0000-000000000000", "bundle-entry-unresolved")]
    [InlineData("Device?identifier=x", "bundle-reference-conditional")]
    public async Task A_reference_that_leads_nowhere_is_refused(string reference, string code)
    {
        var world = await platform.SomebodyAsync();
        (await PostAsync(world, "transaction", Entry("POST", "Observation", new Measure(world.Person) { Device = reference }.Json)))
            .IsRefused(HttpStatusCode.UnprocessableEntity, code, fhir: true);
    }

    [Fact]
    public async Task Each_request_of_a_batch_is_answered_for_itself()
    {
        var world = await platform.SomebodyAsync();

        var answer = (await PostAsync(world, "batch",
            Entry("GET", $"Observation/{world.Person.Space}{Guid.NewGuid():N}", null),
            Entry("POST", "Observation", new Measure(world.Person).Json),
            Entry("POST", "Observation", """{"resourceType":"Observation"}"""),
            Entry("GET", $"Observation?patient={world.Person.Space}", null))).Is(HttpStatusCode.OK);

        Assert.Equal("batch-response", answer.Json.GetProperty("type").GetString());
        Assert.Equal(["404 Not Found", "201 Created", "422 Unprocessable Entity", "200 OK"], Statuses(answer));
        Assert.Equal("OperationOutcome", answer.Json.GetProperty("entry")[2].GetProperty("response").GetProperty("outcome").GetProperty("resourceType").GetString());
        Assert.Equal(1, answer.Json.GetProperty("entry")[3].GetProperty("resource").GetProperty("total").GetInt32());
    }

    private static Task<Answer> PostAsync(Somebody world, string type, params JsonObject[] entries) => world.Me.PostAsync("/fhir", Bundle(type, entries));

    private static string Bundle(string type, params JsonObject[] entries) =>
        new JsonObject { ["resourceType"] = "Bundle", ["type"] = type, ["entry"] = new JsonArray([.. entries]) }.ToJsonString();

    private static JsonObject Entry(string method, string url, string? resource, string? fullUrl = null)
    {
        var entry = new JsonObject { ["request"] = new JsonObject { ["method"] = method, ["url"] = url } };
        if (resource is not null)
        {
            entry["resource"] = JsonNode.Parse(resource);
        }

        if (fullUrl is not null)
        {
            entry["fullUrl"] = fullUrl;
        }

        return entry;
    }

    private static string Device() => """{"resourceType":"Device","status":"active","deviceName":[{"name":"Balance","type":"user-friendly-name"}]}""";

    private static IEnumerable<string?> Statuses(Answer answer) =>
        answer.Json.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("response").GetProperty("status").GetString());

    private static string Location(Answer answer, int entry) => answer.Json.GetProperty("entry")[entry].GetProperty("response").GetProperty("location").GetString()!;
}
