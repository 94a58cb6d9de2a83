using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>A document in the place of another (TD2.1).</summary>
[Collection(OnePlatform.Name)]
public sealed class ReplacementTests(RunningPlatform platform)
{
    private Visitor Gp => platform.Visitors.Professional("gp");

    [Fact]
    public async Task The_old_document_is_superseded_and_no_longer_current()
    {
        var person = await platform.People.EnrolAsync();
        var old = new Deposit(person) { Title = "Avant" };
        var oldId = await old.ByAsync(platform.Visitors.Professional("lab-org"));
        var newId = await new Deposit(person) { Title = "Après", Replaces = old.UniqueId }.ByAsync(platform.Visitors.Professional("lab-org"));

        Assert.Equal([newId], await IdsAsync(person, "current"));
        Assert.Equal([oldId], await IdsAsync(person, "superseded"));
        Assert.Equal("superseded", (await Gp.GetAsync($"/fhir/DocumentReference/{oldId}")).Is(HttpStatusCode.OK).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Only_who_deposited_a_document_replaces_it()
    {
        var person = await platform.People.EnrolAsync();
        var old = new Deposit(person);
        var oldId = await old.ByAsync(platform.Visitors.Professional("lab-org"));

        (await Gp.PostAsync("/fhir/DocumentReference", new Deposit(person) { Replaces = old.UniqueId }.Json))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "document-replaced-unknown", fhir: true);
        Assert.Equal([oldId], await IdsAsync(person, "current"));
    }

    [Fact]
    public async Task What_replaces_a_hidden_document_is_hidden_too()
    {
        var person = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(person, MonEspaceSante.Pki.Development.DevelopmentPeople.Specialist.IdNatPs);
        var old = new Deposit(person);
        var oldId = await old.ByAsync(platform.Visitors.Professional("lab-org"));
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PostAsync("/api/v1/privacy/hidden-documents", $$"""{"document":"{{oldId}}"}""")).Is(HttpStatusCode.NoContent);

        await new Deposit(person) { Replaces = old.UniqueId }.ByAsync(platform.Visitors.Professional("lab-org"));

        var seen = await platform.Visitors.Professional("specialist").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}");
        Assert.Equal(0, seen.Is(HttpStatusCode.OK).Total);
    }

    private async Task<string[]> IdsAsync(Person person, string status) =>
        [.. (await Gp.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}&status={status}")).Is(HttpStatusCode.OK).Entries
            .Select(entry => entry.GetProperty("id").GetString()!)];
}
