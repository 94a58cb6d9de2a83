using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>Who comes in without the holder's word, in an emergency (L. 1111-17 I), and what the holder says to it beforehand and learns of it.</summary>
[Collection(OnePlatform.Name)]
public sealed class EmergencyTests(RunningPlatform platform)
{
    private static readonly (string, string) BreakGlass = ("Mes-Access-Mode", "bris_de_glace");
    private static readonly (string, string) Dispatch = ("Mes-Access-Mode", "centre_15");
    private static readonly (string, string) Reason = ("Mes-Access-Reason", "inconscient%20aux%20urgences");

    [Fact]
    public async Task The_glass_breaks_with_a_reason_and_the_holder_is_told()
    {
        var person = await WithDocumentAsync(PrivacyChoices.Unexpressed);

        Assert.Equal(0, await SeenAsync(person, "specialist", BreakGlass));
        Assert.Equal(0, await SeenAsync(person, "specialist", BreakGlass, ("Mes-Access-Reason", "urgence")));
        Assert.DoesNotContain("emergency-access", await NoticesAsync(person, "document-added"));
        Assert.Equal(1, await SeenAsync(person, "specialist", BreakGlass, Reason));
        Assert.Contains("emergency-access", await NoticesAsync(person, "emergency-access"));

        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var history = (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Json.GetProperty("entries").EnumerateArray();
        var entry = history.First(trace => trace.GetProperty("gate").GetString() == "glass-broken");
        Assert.Equal("inconscient aux urgences", entry.GetProperty("context").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_glass_does_not_break_against_the_holders_choice()
    {
        var person = await WithDocumentAsync(PrivacyChoices.Unexpressed with { BreakGlass = false });
        Assert.Equal(0, await SeenAsync(person, "specialist", BreakGlass, Reason));
        Assert.Equal(1, await SeenAsync(person, "dispatcher", Dispatch));
    }

    [Fact]
    public async Task The_dispatch_centre_comes_in_and_nobody_else_in_its_name()
    {
        var person = await WithDocumentAsync(PrivacyChoices.Unexpressed);
        Assert.Equal(1, await SeenAsync(person, "dispatcher", Dispatch));
        Assert.Contains("emergency-access", await NoticesAsync(person, "emergency-access"));
        Assert.Equal(0, await SeenAsync(person, "dispatcher"));
        Assert.Equal(0, await SeenAsync(person, "specialist", Dispatch));
        Assert.Equal(0, await SeenAsync(person, "nurse", Dispatch));
        Assert.Equal(0, await SeenAsync(person, "samu-org", Dispatch));
    }

    [Fact]
    public async Task The_dispatch_centre_stays_out_against_the_holders_choice()
    {
        var person = await WithDocumentAsync(PrivacyChoices.Unexpressed with { RegulationCentre = false });
        Assert.Equal(0, await SeenAsync(person, "dispatcher", Dispatch));
        Assert.Equal(1, await SeenAsync(person, "specialist", BreakGlass, Reason));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_hidden_document_opens_in_an_emergency_if_the_holder_said_so(bool hiddenInEmergency, int seen)
    {
        var person = await WithDocumentAsync(PrivacyChoices.Unexpressed with { HiddenInEmergency = hiddenInEmergency }, "MASQUE_PS");
        Assert.Equal(seen, await SeenAsync(person, "specialist", BreakGlass, Reason));
        Assert.Equal(seen, await SeenAsync(person, "dispatcher", Dispatch));
    }

    [Theory]
    [InlineData("Mes-Access-Mode", "urgence")]
    [InlineData("Mes-Consent", "maybe")]
    [InlineData("Mes-Connection", "ordinary")]
    public async Task What_is_not_a_mode_or_a_statement_is_refused(string header, string value)
    {
        var person = await WithDocumentAsync(PrivacyChoices.Unexpressed);
        (await platform.Visitors.Professional("gp").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", (header, value)))
            .IsRefused(HttpStatusCode.BadRequest, "access-mode-invalid", fhir: true);
    }

    private async Task<Person> WithDocumentAsync(PrivacyChoices choices, string? visibility = null)
    {
        var person = await platform.People.ActivatedAsync(choices);
        await new Deposit(person) { Visibility = visibility }.ByAsync(platform.Visitors.Professional("lab-org"));
        return person;
    }

    private async Task<int> SeenAsync(Person person, string visitor, params (string, string)[] headers) =>
        (await platform.Visitors.Professional(visitor).GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", headers)).Is(HttpStatusCode.OK).Total;

    private async Task<List<string>> NoticesAsync(Person person, string awaited) =>
        await Notices.ReadAsync(platform.Visitors.Citizen(await platform.People.SignInAsync(person)), kinds => kinds.Contains(awaited));
}
