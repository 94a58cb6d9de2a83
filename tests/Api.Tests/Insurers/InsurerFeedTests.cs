using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Tests.Insurers;

/// <summary>The insurer tells the platform of one person at a time.</summary>
[Collection(OnePlatform.Name)]
public sealed class InsurerFeedTests(RunningPlatform platform)
{
    private static readonly Ins Waiting = Number(InsAuthority.Nia, "1800599601123");
    private static readonly Ins Permanent = Number(InsAuthority.Nir, "1800599601777");
    private static readonly Ins Late = Number(InsAuthority.Nir, "1560299601123");

    private Visitor Insurer => platform.Visitors.Professional("insurer-org");

    [Fact]
    public async Task A_person_whose_waiting_number_is_replaced_is_found_under_both()
    {
        (await FeedAsync(Line(Waiting))).Is(HttpStatusCode.NoContent);
        var before = await SpaceAsync(Waiting);

        var replaced = Line(Permanent, $$""","formerMatricule":"{{Waiting.Matricule}}" """);
        (await FeedAsync(replaced)).Is(HttpStatusCode.NoContent);
        (await FeedAsync(replaced)).Is(HttpStatusCode.NoContent);

        Assert.Equal(before, await SpaceAsync(Permanent));
        Assert.Equal(before, await SpaceAsync(Waiting));
        (await FeedAsync(Line(Waiting))).IsRefused(HttpStatusCode.Conflict, "number-replaced", fhir: false);
    }

    [Fact]
    public async Task A_death_closes_the_space()
    {
        (await FeedAsync(Line(Late))).Is(HttpStatusCode.NoContent);
        Assert.Contains("\"active\":true", await StatusAsync(Late), StringComparison.Ordinal);

        (await FeedAsync(Line(Late, ""","diedOn":"2026-01-02" """))).Is(HttpStatusCode.NoContent);

        Assert.Contains("\"active\":false", await StatusAsync(Late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_wrong_is_told_by_its_field_and_others_may_not_send_any()
    {
        (await FeedAsync(Line(Late, ""","attachedTo":["1"] """))).IsRefused(HttpStatusCode.BadRequest, "matricule-malformed", fhir: false);
        (await FeedAsync("[]")).IsRefused(HttpStatusCode.BadRequest, "line-not-json", fhir: false);
        (await platform.Visitors.Professional("lab-org").PostAsync("/api/v1/insurer/people", Line(Late)))
            .IsRefused(HttpStatusCode.Forbidden, "only-the-insurer", fhir: false);
    }

    private Task<Answer> FeedAsync(string line) => Insurer.PostAsync("/api/v1/insurer/people", line);

    private async Task<string> StatusAsync(Ins ins) =>
        (await platform.Visitors.Professional("gp").GetAsync($"/fhir/Patient?identifier={ins.System}|{ins.Matricule}")).Is(HttpStatusCode.OK).Text;

    private async Task<string> SpaceAsync(Ins ins)
    {
        var found = (await platform.Visitors.Professional("gp").GetAsync($"/fhir/Patient?identifier={ins.System}|{ins.Matricule}")).Is(HttpStatusCode.OK).Json;
        return found.GetProperty("entry")[0].GetProperty("resource").GetProperty("id").GetString()!;
    }

    private static string Line(Ins ins, string more = "") =>
        $$"""
        {"matricule":"{{ins.Matricule}}","oid":"{{ins.Oid}}","birthName":"ORÉE","givenNames":"Zoé","birthDate":"1980-05-17","sex":"M","birthPlace":"99600",
         "informedAt":"2020-01-01"{{more}}}
        """;

    private static Ins Number(InsAuthority authority, string thirteen) => Ins.Read(authority, $"{thirteen}{Ins.Key(thirteen):D2}").Value;
}
