using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>What the CapabilityStatement claims of resources that no space keeps as sent, and of the whole: each claim is called.</summary>
[Collection(OnePlatform.Name)]
public sealed class OtherCapabilityTests(RunningPlatform platform)
{
    private const string Schedule = """{"resourceType":"Schedule","active":true,"actor":[{"display":"Prises de sang"}]}""";
    private const string Archive = """[{"op":"replace","path":"/extension/0/valueBoolean","value":true}]""";

    private static readonly Dictionary<string, string> AnyValue = new()
    {
        ["token"] = "a", ["string"] = "ab", ["date"] = "2026-01", ["reference"] = "Practitioner/a", ["uri"] = "urn:a",
    };

    private static readonly Dictionary<string, string> ValueOf = new() { ["status"] = "current", ["isArchived"] = "true", ["outcome"] = "0" };

    [Fact]
    public async Task Every_claimed_interaction_and_operation_answers()
    {
        var calls = await CallsAsync();
        var statement = await StatementAsync();
        var claimed = Others(statement).SelectMany(resource => Codes(resource, "interaction", "code").Concat(Codes(resource, "operation", "name"))
            .Select(code => $"{Type(resource)} {code}")).Concat(Codes(statement, "operation", "name")).Concat(Codes(statement, "interaction", "code")).ToList();

        // In the order of the table: what removes something comes last.
        Assert.Equal(claimed.Order(StringComparer.Ordinal), calls.Keys.Order(StringComparer.Ordinal));
        foreach (var (claim, call) in calls)
        {
            var answer = await call();
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent, $"{claim}: {(int)answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public async Task Every_claimed_parameter_is_understood()
    {
        var world = await platform.SomebodyAsync();
        var space = world.Person.Space;
        var within = new Dictionary<string, string>
        {
            ["AuditEvent"] = $"patient={space}", ["Consent"] = $"patient={space}", ["DocumentReference"] = $"patient={space}", ["List"] = $"patient={space}",
            ["Schedule"] = "structure=1990000051", ["Slot"] = "structure=1990000051",
        };
        foreach (var resource in Others(await StatementAsync()).Where(resource => within.ContainsKey(Type(resource))))
        {
            var (type, here) = (Type(resource), within[Type(resource)]);
            foreach (var parameter in resource.GetProperty("searchParam").EnumerateArray())
            {
                var (name, kind) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("type").GetString()!);
                if (!name.StartsWith("patient", StringComparison.Ordinal) && !name.StartsWith("subject", StringComparison.Ordinal) && name != "structure")
                {
                    var answer = await world.Me.GetAsync($"/fhir/{type}?{here}&{name}={Uri.EscapeDataString(ValueOf.GetValueOrDefault(name, AnyValue[kind]))}");
                    Assert.True(answer.Status is HttpStatusCode.OK, $"{type} {name}: {(int)answer.Status} {answer.Text}");
                }
            }
        }
    }

    private async Task<Dictionary<string, Func<Task<Answer>>>> CallsAsync()
    {
        var world = await platform.SomebodyAsync();
        var (me, space, laboratory) = (world.Me, world.Person.Space, platform.Visitors.Professional("lab-org"));
        var document = await new Deposit(world.Person).ByAsync(laboratory);
        var set = (await me.GetAsync($"/fhir/List?patient={space}")).Entries.First().GetProperty("id").GetString()!;
        var schedule = (await laboratory.PostAsync("/fhir/Schedule", Schedule)).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;
        var slot = (await laboratory.PostAsync("/fhir/Slot", Slot(schedule))).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;
        var practitioner = "Practitioner?name=generaliste";
        string Known(Answer found) => found.Is(HttpStatusCode.OK).Entries.First().GetProperty("id").GetString()!;
        var calls = new Dictionary<string, Func<Task<Answer>>>
        {
            ["batch"] = () => me.PostAsync("/fhir", $$$"""{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Observation?patient={{{space}}}"}}]}"""),
            ["transaction"] = () => me.PostAsync("/fhir", $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{{new Measure(world.Person).Json}}},"request":{"method":"POST","url":"Observation"}}]}"""),
            ["validate"] = () => me.PostAsync("/fhir/Schedule/$validate", Schedule),
            ["Consent create"] = () => me.PostAsync("/fhir/Consent", Consents.About()),
            ["Consent search-type"] = () => me.GetAsync($"/fhir/Consent?patient={space}"),
            ["Consent read"] = async () => await me.GetAsync($"/fhir/Consent/{Known(await me.GetAsync("/fhir/Consent"))}"),
            ["Consent update"] = async () =>
            {
                var choice = Known(await me.GetAsync("/fhir/Consent"));
                return await me.PutAsync($"/fhir/Consent/{choice}", Consents.Choice(choice, "ETREAT", permits: true));
            },
            ["AuditEvent search-type"] = () => me.GetAsync($"/fhir/AuditEvent?patient={space}"),
            ["Binary read"] = () => me.GetAsync($"/fhir/Binary/{document}"),
            ["DocumentReference create"] = () => laboratory.PostAsync("/fhir/DocumentReference", new Deposit(world.Person).Json),
            ["DocumentReference history-instance"] = () => me.GetAsync($"/fhir/DocumentReference/{document}/_history"),
            ["DocumentReference patch"] = () => me.SendAsync(HttpMethod.Patch, $"/fhir/DocumentReference/{document}", new StringContent(Archive, null, "application/json-patch+json")),
            ["DocumentReference read"] = () => me.GetAsync($"/fhir/DocumentReference/{document}"),
            ["DocumentReference search-type"] = () => me.GetAsync($"/fhir/DocumentReference?patient={space}"),
            ["DocumentReference vread"] = () => me.GetAsync($"/fhir/DocumentReference/{document}/_history/1"),
            ["List read"] = () => me.GetAsync($"/fhir/List/{set}"),
            ["List search-type"] = () => me.GetAsync($"/fhir/List?patient={space}&_include=List:item"),
            ["Organization search-type"] = () => me.GetAsync("/fhir/Organization?name=cabinet"),
            ["Organization read"] = async () => await me.GetAsync($"/fhir/Organization/{Known(await me.GetAsync("/fhir/Organization?name=cabinet"))}"),
            ["Patient read"] = () => me.GetAsync($"/fhir/Patient/{space}"),
            ["Patient search-type"] = () => me.GetAsync($"/fhir/Patient?identifier={world.Person.Token}"),
            ["Patient everything"] = () => me.GetAsync($"/fhir/Patient/{space}/$everything"),
            ["Patient summary"] = () => me.GetAsync($"/fhir/Patient/{space}/$summary"),
            ["Practitioner search-type"] = () => me.GetAsync($"/fhir/{practitioner}"),
            ["Practitioner read"] = async () => await me.GetAsync($"/fhir/Practitioner/{Known(await me.GetAsync($"/fhir/{practitioner}"))}"),
            ["PractitionerRole search-type"] = async () => await me.GetAsync($"/fhir/PractitionerRole?practitioner={Known(await me.GetAsync($"/fhir/{practitioner}"))}"),
            ["PractitionerRole read"] = async () => await me.GetAsync(
                $"/fhir/PractitionerRole/{Known(await me.GetAsync($"/fhir/PractitionerRole?practitioner={Known(await me.GetAsync($"/fhir/{practitioner}"))}"))}"),
        };
        foreach (var (type, id, body) in new[] { ("Slot", slot, Slot(schedule)), ("Schedule", schedule, Schedule) })
        {
            calls[$"{type} create"] = () => laboratory.PostAsync($"/fhir/{type}", body);
            calls[$"{type} read"] = () => laboratory.GetAsync($"/fhir/{type}/{id}");
            calls[$"{type} vread"] = () => laboratory.GetAsync($"/fhir/{type}/{id}/_history/1");
            calls[$"{type} history-instance"] = () => laboratory.GetAsync($"/fhir/{type}/{id}/_history");
            calls[$"{type} update"] = () => laboratory.PutAsync($"/fhir/{type}/{id}", body.Insert(1, $"\"id\":\"{id}\","));
            calls[$"{type} search-type"] = () => laboratory.GetAsync($"/fhir/{type}?_id={id}");
            calls[$"{type} delete"] = () => laboratory.DeleteAsync($"/fhir/{type}/{id}");
        }

        return calls;
    }

    private async Task<JsonElement> StatementAsync() =>
        (await platform.Visitors.Citizen().GetAsync("/fhir/metadata")).Is(HttpStatusCode.OK).Json.GetProperty("rest")[0];

    private static IEnumerable<JsonElement> Others(JsonElement statement) =>
        statement.GetProperty("resource").EnumerateArray().Where(resource => KeptType.All.All(kept => kept.Name != Type(resource)));

    private static string Type(JsonElement resource) => resource.GetProperty("type").GetString()!;

    private static IEnumerable<string> Codes(JsonElement owner, string list, string name) =>
        owner.TryGetProperty(list, out var items) ? items.EnumerateArray().Select(item => item.GetProperty(name).GetString()!) : [];

    private static string Slot(string schedule) =>
        $$"""{"resourceType":"Slot","schedule":{"reference":"Schedule/{{schedule}}"},"status":"free","start":"2026-12-01T09:00:00+01:00","end":"2026-12-01T09:20:00+01:00"}""";
}
