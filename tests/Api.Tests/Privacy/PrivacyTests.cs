using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>What the holder decides holds from the very next request.</summary>
[Collection(OnePlatform.Name)]
public sealed class PrivacyTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_document_is_hidden_and_shown_again()
    {
        var (person, me) = await HolderAsync();
        var id = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);
        Assert.Equal(1, await SeenAsync(person));

        (await me.PostAsync("/api/v1/privacy/hidden-documents", $$"""{"document":"{{id}}"}""")).Is(HttpStatusCode.NoContent);
        Assert.Equal(0, await SeenAsync(person));
        var mine = (await me.GetAsync($"/fhir/DocumentReference/{id}")).Is(HttpStatusCode.OK);
        Assert.Contains("MASQUE_PS", mine.Text, StringComparison.Ordinal);
        Assert.Equal("W/\"2\"", mine.Headers["ETag"]);

        (await me.DeleteAsync($"/api/v1/privacy/hidden-documents/{id}")).Is(HttpStatusCode.NoContent);
        Assert.Equal(1, await SeenAsync(person));
    }

    [Fact]
    public async Task New_documents_are_hidden_where_the_holder_wants_it_so()
    {
        var (person, me) = await HolderAsync();
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);
        (await me.PutAsync("/api/v1/privacy/choices", """{"hideNewDocuments":true,"regulationCentre":true,"breakGlass":true,"hiddenInEmergency":false}"""))
            .Is(HttpStatusCode.NoContent);

        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));

        Assert.Equal(0, await SeenAsync(person));
    }

    [Fact]
    public async Task An_authorisation_is_given_and_withdrawn()
    {
        var (person, me) = await HolderAsync();
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        var specialist = $$"""{"professional":"{{DevelopmentPeople.Specialist.Rpps}}","name":"Dominique CARDIOLOGUE"}""";

        (await me.PostAsync("/api/v1/privacy/authorisations", specialist)).Is(HttpStatusCode.OK);
        Assert.Equal(1, await SeenAsync(person));
        (await me.PostAsync("/api/v1/privacy/authorisations/withdraw", specialist)).Is(HttpStatusCode.NoContent);
        Assert.Equal(0, await SeenAsync(person));
        (await me.PostAsync("/api/v1/privacy/authorisations/withdraw", specialist)).IsRefused(HttpStatusCode.NotFound, "authorisation-unknown", fhir: false);
    }

    [Fact]
    public async Task Choices_are_given_whole_or_not_at_all()
    {
        var (_, me) = await HolderAsync();
        var before = (await me.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK).Text;

        (await me.PutAsync("/api/v1/privacy/choices", """{"hideNewDocuments":false}""")).IsRefused(HttpStatusCode.BadRequest, "request-malformed", fhir: false);

        Assert.Equal(before, (await me.GetAsync("/api/v1/privacy")).Text);
    }

    [Theory]
    [InlineData("""{"professional":"99700900221"}""")]
    [InlineData("""{"professional":"99700900220","structure":"1990000028"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"structure":"1"}""")]
    public async Task A_block_names_one_professional_or_one_structure(string subject)
    {
        var (_, me) = await HolderAsync();
        (await me.PostAsync("/api/v1/privacy/blocks", subject)).IsRefused(HttpStatusCode.BadRequest, "professional-id-malformed", fhir: false);
    }

    [Fact]
    public async Task Nobody_is_authorised_while_a_block_stands()
    {
        var (_, me) = await HolderAsync();
        var specialist = $$"""{"professional":"{{DevelopmentPeople.Specialist.Rpps}}"}""";
        (await me.PostAsync("/api/v1/privacy/blocks", specialist)).Is(HttpStatusCode.Created);
        (await me.PostAsync("/api/v1/privacy/authorisations", specialist)).IsRefused(HttpStatusCode.Conflict, "subject-blocked", fhir: false);
    }

    private async Task<(Person Person, Visitor Me)> HolderAsync()
    {
        var person = await platform.People.ActivatedAsync();
        return (person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)));
    }

    private async Task<int> SeenAsync(Person person) =>
        (await platform.Visitors.Professional("specialist").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Total;
}
