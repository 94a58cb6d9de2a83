using System.Net;
using System.Text;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.History;

/// <summary>Who looked: filtered, page by page, as JSON, as a table, as AuditEvents.</summary>
[Collection(OnePlatform.Name)]
public sealed class HistoryTests(RunningPlatform platform)
{
    private const string Break = "bris_de_glace";

    private static readonly (string, string)[] Emergency = [("Mes-Access-Mode", Break), ("Mes-Access-Reason", Uri.EscapeDataString("=HYPERLINK(\"http://x\") inconscient"))];

    [Theory]
    [InlineData("", 7)]
    [InlineData("?group=MEDICAL_DOCUMENT", 4)]
    [InlineData("?group=GENERAL", 3)]
    [InlineData("?group=SERVICE_TIERS", 0)]
    [InlineData("?actor=HEALTHCARE_PROFESSIONAL", 4)]
    [InlineData("?actor=PATIENT", 3)]
    [InlineData("?allowed=false", 1)]
    [InlineData("?mode=bris_de_glace", 1)]
    [InlineData("?mode=bris_de_glace&actor=PATIENT", 0)]
    [InlineData("?from=2020-01-01", 7)]
    [InlineData("?to=2020-01-01", 0)]
    public async Task Each_filter_keeps_what_it_says(string filter, int kept)
    {
        var (me, _) = await VisitedAsync();
        (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK);
        Assert.Equal(kept, (await me.GetAsync($"/api/v1/history{filter}")).Is(HttpStatusCode.OK).Total);
    }

    [Fact]
    public async Task The_accesses_to_one_document_are_found_by_it()
    {
        var (me, document) = await VisitedAsync();
        var found = (await me.GetAsync($"/api/v1/history?document={document}")).Is(HttpStatusCode.OK).Json.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(3, found.Count);
        Assert.All(found, entry => Assert.Equal("Prise de sang", entry.GetProperty("title").GetString()));
    }

    [Theory]
    [InlineData("group=OTHER", "parameter-invalid", HttpStatusCode.BadRequest)]
    [InlineData("allowed=maybe", "parameter-invalid", HttpStatusCode.BadRequest)]
    [InlineData("from=yesterday", "parameter-invalid", HttpStatusCode.BadRequest)]
    [InlineData("count=-1", "parameter-invalid", HttpStatusCode.BadRequest)]
    [InlineData("count=1001", "search-count-invalid", HttpStatusCode.BadRequest)]
    [InlineData("format=pdf", "parameter-invalid", HttpStatusCode.BadRequest)]
    [InlineData("who=me", "parameter-unknown", HttpStatusCode.BadRequest)]
    [InlineData("cursor=00000000000000000000000000000000", "search-cursor-expired", HttpStatusCode.Gone)]
    public async Task A_filter_that_is_none_is_refused(string filter, string code, HttpStatusCode status)
    {
        var (me, _) = await VisitedAsync();
        (await me.GetAsync($"/api/v1/history?{filter}")).IsRefused(status, code, fhir: false);
    }

    [Fact]
    public async Task Pages_hold_each_entry_once_although_each_reading_is_one()
    {
        var (me, _) = await VisitedAsync();
        var told = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await me.GetAsync($"/api/v1/history?count=2&group=MEDICAL_DOCUMENT{cursor}")).Is(HttpStatusCode.OK).Json;
            told.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!));
            cursor = page.TryGetProperty("next", out var next) ? $"&cursor={next.GetString()}" : null;
        }

        Assert.Equal(4, told.Distinct().Count());
        Assert.Equal(4, told.Count);
    }

    [Fact]
    public async Task The_table_opens_in_a_spreadsheet_and_runs_nothing_there()
    {
        var (me, _) = await VisitedAsync();
        var table = (await me.GetAsync("/api/v1/history?format=csv&actor=HEALTHCARE_PROFESSIONAL")).Is(HttpStatusCode.OK);

        Assert.Equal("text/csv", table.MediaType);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), table.Body[..3]);
        var lines = table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("\"date et heure (UTC)\",\"qui\"", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\") inconscient\",", table.Text, StringComparison.Ordinal);
        Assert.Contains("\"Prise de sang\"", table.Text, StringComparison.Ordinal);

        var english = (await me.GetAsync("/api/v1/history?format=csv", ("Accept-Language", "en-GB"))).Is(HttpStatusCode.OK).Text;
        Assert.StartsWith("\"date and time (UTC)\",\"who\"", english.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_events_are_searched_by_date_agent_entity_and_outcome_and_turned_page_by_page()
    {
        var (me, document) = await VisitedAsync();
        async Task<int> CountAsync(string query) => (await me.GetAsync($"/fhir/AuditEvent?{query}")).Is(HttpStatusCode.OK).Total;

        Assert.Equal(3, await CountAsync($"entity=DocumentReference/{document}"));
        Assert.Equal(1, await CountAsync("outcome=4"));
        Assert.Equal(0, await CountAsync("date=lt2020-01-01"));
        Assert.Equal(1, await CountAsync($"agent:identifier=urn:oid:1.2.250.1.71.4.2.1%7C{Pki.Development.DevelopmentPeople.Specialist.IdNatPs}&outcome=4"));
        Assert.Equal(0, await CountAsync("agent-name=Nobody"));

        var first = (await me.GetAsync("/fhir/AuditEvent?entity=DocumentReference/" + document + "&_count=2&_sort=-date")).Is(HttpStatusCode.OK);
        var next = first.Json.GetProperty("link").EnumerateArray().Single(link => link.GetProperty("relation").GetString() == "next").GetProperty("url").GetString()!;
        var second = (await me.GetAsync(new Uri(next).PathAndQuery)).Is(HttpStatusCode.OK);
        Assert.Equal((2, 1), (first.Entries.Count(), second.Entries.Count()));
        Assert.DoesNotContain(document, next, StringComparison.Ordinal);
        (await me.GetAsync("/fhir/AuditEvent?_sort=date")).IsRefused(HttpStatusCode.BadRequest, "parameter-invalid", fhir: true);
    }

    // The attending doctor lists, reads and opens; the specialist is refused once and breaks the glass once.
    private async Task<(Visitor Me, string Document)> VisitedAsync()
    {
        var person = await platform.People.ActivatedAsync();
        var document = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        var (gp, specialist) = (platform.Visitors.Professional("gp"), platform.Visitors.Professional("specialist"));
        (await gp.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK);
        (await gp.GetAsync($"/fhir/DocumentReference/{document}")).Is(HttpStatusCode.OK);
        (await specialist.GetAsync($"/fhir/DocumentReference/{document}")).Is(HttpStatusCode.NotFound);
        (await specialist.GetAsync($"/fhir/DocumentReference/{document}", Emergency)).Is(HttpStatusCode.OK);
        return (platform.Visitors.Citizen(await platform.People.SignInAsync(person)), document);
    }
}
