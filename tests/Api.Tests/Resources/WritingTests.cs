using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>Create, update and delete, with their conditions.</summary>
[Collection(OnePlatform.Name)]
public sealed class WritingTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_measure_comes_back_digit_for_digit_with_a_version_of_its_own()
    {
        var (person, me) = await platform.SomebodyAsync();
        var sent = new Measure(person) { Value = "72.500", At = "2026-03-01T08:15:00.120+11:00" };

        var created = (await me.PostAsync("/fhir/Observation", sent.Json)).Is(HttpStatusCode.Created);

        var id = created.Json.GetProperty("id").GetString();
        Assert.Equal("W/\"1\"", created.Headers["ETag"]);
        Assert.EndsWith($"/fhir/Observation/{id}/_history/1", created.Headers["Location"], StringComparison.Ordinal);
        Assert.NotEmpty(created.Headers["Last-Modified"]);
        var read = (await me.GetAsync($"/fhir/Observation/{id}")).Is(HttpStatusCode.OK);
        Assert.Equal(created.Text, read.Text);
        Assert.Contains("\"value\":72.500,", read.Text, StringComparison.Ordinal);
        Assert.Contains("2026-03-01T08:15:00.120+11:00", read.Text, StringComparison.Ordinal);
        Assert.Equal("1", read.Json.GetProperty("meta").GetProperty("versionId").GetString());
        var stored = JsonNode.Parse(read.Text)!.AsObject();
        stored.Remove("id");
        stored.Remove("meta");
        Assert.True(JsonNode.DeepEquals(sent.ToNode(), stored));
    }

    [Fact]
    public async Task An_update_makes_a_version_if_the_one_it_was_decided_on_still_stands()
    {
        var (person, me) = await platform.SomebodyAsync();
        var id = await new Measure(person).ByAsync(me);
        var corrected = new Measure(person) { Value = "71.5" }.ToNode();
        corrected["id"] = id;

        var second = (await SendAsync(me, HttpMethod.Put, $"/fhir/Observation/{id}", corrected, ("If-Match", "W/\"1\""))).Is(HttpStatusCode.OK);
        Assert.Equal("W/\"2\"", second.Headers["ETag"]);
        corrected["valueQuantity"]!["value"] = 70;
        (await SendAsync(me, HttpMethod.Put, $"/fhir/Observation/{id}", corrected, ("If-Match", "W/\"1\"")))
            .IsRefused(HttpStatusCode.PreconditionFailed, "resource-version-differs", fhir: true);
        (await SendAsync(me, HttpMethod.Put, $"/fhir/Observation/{id}", corrected, ("If-Match", "3"))).IsRefused(HttpStatusCode.BadRequest, "version-tag-invalid", fhir: true);

        var first = (await me.GetAsync($"/fhir/Observation/{id}/_history/1")).Is(HttpStatusCode.OK);
        Assert.Contains("72.50", first.Text, StringComparison.Ordinal);
        var history = (await me.GetAsync($"/fhir/Observation/{id}/_history")).Is(HttpStatusCode.OK);
        Assert.Equal("history", history.Json.GetProperty("type").GetString());
        Assert.Equal(["2", "1"], history.Entries.Select(entry => entry.GetProperty("meta").GetProperty("versionId").GetString()));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_its_history_remains()
    {
        var (person, me) = await platform.SomebodyAsync();
        var id = await new Measure(person).ByAsync(me);

        (await me.DeleteAsync($"/fhir/Observation/{id}")).Is(HttpStatusCode.NoContent);
        (await me.DeleteAsync($"/fhir/Observation/{id}")).Is(HttpStatusCode.NoContent);

        (await me.GetAsync($"/fhir/Observation/{id}")).IsRefused(HttpStatusCode.Gone, "resource-gone", fhir: true);
        (await me.GetAsync($"/fhir/Observation/{id}/_history/2")).IsRefused(HttpStatusCode.Gone, "resource-gone", fhir: true);
        (await me.GetAsync($"/fhir/Observation/{id}/_history/1")).Is(HttpStatusCode.OK);
        Assert.Equal(2, (await me.GetAsync($"/fhir/Observation/{id}/_history")).Is(HttpStatusCode.OK).Total);
        Assert.Equal(0, (await me.GetAsync($"/fhir/Observation?patient={person.Space}")).Is(HttpStatusCode.OK).Total);
    }

    [Fact]
    public async Task Parallel_and_retried_conditional_creates_make_exactly_one()
    {
        var (person, me) = await platform.SomebodyAsync();
        var measure = new Measure(person) { Identifier = $"{Guid.NewGuid():N}" };
        var condition = ("If-None-Exist", $"identifier=urn:oid:2.999.1|{measure.Identifier}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => me.PostAsync("/fhir/Observation", measure.Json, condition)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.Equal(11, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Single(answers.Select(answer => answer.Json.GetProperty("id").GetString()).Distinct());
        Assert.Equal(1, (await me.GetAsync($"/fhir/Observation?patient={person.Space}")).Is(HttpStatusCode.OK).Total);
        (await me.PostAsync("/fhir/Observation", measure.Json, ("If-None-Exist", "patient=" + person.Space))).IsRefused(HttpStatusCode.BadRequest, "parameter-invalid", fhir: true);
    }

    [Fact]
    public async Task A_conditional_update_makes_what_is_not_there_and_changes_what_is()
    {
        var (person, me) = await platform.SomebodyAsync();
        var measure = new Measure(person) { Identifier = $"{Guid.NewGuid():N}" };
        var address = $"/fhir/Observation?identifier={measure.Identifier}";

        (await SendAsync(me, HttpMethod.Put, address, measure.ToNode())).Is(HttpStatusCode.Created);
        var second = (await SendAsync(me, HttpMethod.Put, address, (measure with { Value = "70" }).ToNode())).Is(HttpStatusCode.OK);

        Assert.Equal("W/\"2\"", second.Headers["ETag"]);
        Assert.Equal(1, (await me.GetAsync($"/fhir/Observation?patient={person.Space}")).Total);
    }

    [Fact]
    public async Task The_same_key_makes_the_same_resource_and_another_body_under_it_is_refused()
    {
        var (person, me) = await platform.SomebodyAsync();
        var key = ("Idempotency-Key", $"measure-{person.Space}");

        var first = (await me.PostAsync("/fhir/Observation", new Measure(person).Json, key)).Is(HttpStatusCode.Created);
        var again = (await me.PostAsync("/fhir/Observation", new Measure(person).Json, key)).Is(HttpStatusCode.Created);

        Assert.Equal(first.Text, again.Text);
        (await me.PostAsync("/fhir/Observation", new Measure(person) { Value = "1" }.Json, key)).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Prefer_says_what_comes_back()
    {
        var (person, me) = await platform.SomebodyAsync();
        var minimal = (await me.PostAsync("/fhir/Observation", new Measure(person).Json, ("Prefer", "return=minimal"))).Is(HttpStatusCode.Created);
        Assert.Empty(minimal.Body);
        Assert.NotEmpty(minimal.Headers["Location"]);
        var outcome = (await me.PostAsync("/fhir/Observation", new Measure(person).Json, ("Prefer", "return=OperationOutcome"))).Is(HttpStatusCode.Created);
        Assert.Equal("OperationOutcome", outcome.Json.GetProperty("resourceType").GetString());
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","status":"final"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"resourceType":"Patient"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"resourceType":"Observation","status":"final","status":"final"}""", HttpStatusCode.BadRequest)]
    [InlineData("<Observation xmlns='http://hl7.org/fhir'/>", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_is_no_such_resource_is_refused_with_an_outcome(string body, HttpStatusCode status)
    {
        var (_, me) = await platform.SomebodyAsync();
        var answer = (await me.PostAsync("/fhir/Observation", body)).Is(status);
        Assert.Equal("OperationOutcome", answer.Json.GetProperty("resourceType").GetString());
    }

    [Fact]
    public async Task An_update_keeps_to_its_address_and_to_the_whole()
    {
        var (person, me) = await platform.SomebodyAsync();
        var (other, _) = await platform.SomebodyAsync();
        var id = await new Measure(person).ByAsync(me);
        var changed = new Measure(person).ToNode();

        (await SendAsync(me, HttpMethod.Put, $"/fhir/Observation/{id}", changed)).IsRefused(HttpStatusCode.BadRequest, "resource-id-differs", fhir: true);
        changed["id"] = id;
        changed["meta"] = new JsonObject { ["tag"] = new JsonArray(new JsonObject { ["code"] = "SUBSETTED" }) };
        (await SendAsync(me, HttpMethod.Put, $"/fhir/Observation/{id}", changed)).IsRefused(HttpStatusCode.UnprocessableEntity, "resource-partial", fhir: true);
        var theirs = new Measure(other).ToNode();
        theirs["id"] = id;
        (await SendAsync(me, HttpMethod.Put, $"/fhir/Observation/{id}", theirs)).Is(HttpStatusCode.NotFound);
    }

    private static Task<Answer> SendAsync(Visitor visitor, HttpMethod method, string path, JsonObject resource, params (string, string)[] headers) =>
        visitor.SendAsync(method, path, Visitor.Json(path, resource.ToJsonString()), headers);
}
