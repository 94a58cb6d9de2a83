using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>
/// Doctors like others by their certificate, whom the directory says to work for an insurer or an employer (L. 1111-17 IV, L. 1111-18): over real
/// TLS, as they come.
/// </summary>
[Collection(OnePlatform.Name)]
public sealed class SectorTests(RunningPlatform platform)
{
    private const string Insurer = "insurers-doctor";
    private const string Occupational = "occupational-doctor";

    private static readonly (string, string)[][] Claims =
    [
        [], [("Mes-Consent", "declared")], [("Mes-Consent", "care-team")], [("Mes-Access-Mode", "centre_15")],
        [("Mes-Access-Mode", "bris_de_glace"), ("Mes-Access-Reason", "inconscient%20aux%20urgences")],
    ];

    [Fact]
    public async Task An_insurers_doctor_never_reads_whatever_the_holder_has_agreed_to()
    {
        var (person, document) = await WithDocumentAsync();
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.InsurersDoctor.IdNatPs);
        await AuthoriseStructureAsync(person, DevelopmentPeople.InsurersDoctor.IdNatStruct);

        await SeesNothingAsync(Insurer, person, document);
    }

    [Fact]
    public async Task An_occupational_doctor_does_not_read_without_a_consent_that_names_them()
    {
        var (person, document) = await WithDocumentAsync();
        await AuthoriseStructureAsync(person, DevelopmentPeople.OccupationalDoctor.IdNatStruct);

        await SeesNothingAsync(Occupational, person, document);
    }

    [Fact]
    public async Task An_occupational_doctor_reads_while_a_consent_that_names_them_holds()
    {
        var (person, document) = await WithDocumentAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var named = $$"""{"professional":"{{DevelopmentPeople.OccupationalDoctor.Rpps}}","name":"Andrea TRAVAIL"}""";

        (await me.PostAsync("/api/v1/privacy/authorisations", named)).Is(HttpStatusCode.OK);
        Assert.Equal(1, await SeenAsync(Occupational, person));
        (await platform.Visitors.Professional(Occupational).GetAsync($"/fhir/DocumentReference/{document}")).Is(HttpStatusCode.OK);
        var gates = (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Json.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("gate").GetString());
        Assert.Contains("occupational-consent", gates);

        (await me.PostAsync("/api/v1/privacy/authorisations/withdraw", named)).Is(HttpStatusCode.NoContent);
        await SeesNothingAsync(Occupational, person, document);
    }

    private async Task SeesNothingAsync(string visitor, Person person, string document)
    {
        foreach (var claim in Claims)
        {
            Assert.Equal(0, await SeenAsync(visitor, person, claim));
            (await platform.Visitors.Professional(visitor).GetAsync($"/fhir/DocumentReference/{document}", claim)).Is(HttpStatusCode.NotFound);
            (await platform.Visitors.Professional(visitor).GetAsync($"/fhir/Binary/{document}", claim)).Is(HttpStatusCode.NotFound);
        }
    }

    private async Task<int> SeenAsync(string visitor, Person person, params (string, string)[] claim) =>
        (await platform.Visitors.Professional(visitor).GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", claim)).Is(HttpStatusCode.OK).Total;

    private async Task<(Person Person, string Document)> WithDocumentAsync()
    {
        var person = await platform.People.ActivatedAsync();
        return (person, await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org")));
    }

    private async Task AuthoriseStructureAsync(Person person, string structure)
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PostAsync("/api/v1/privacy/authorisations", $$"""{"structure":"{{structure}}"}""")).Is(HttpStatusCode.OK);
    }
}
