using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>People whom a federation of identities vouches for.</summary>
[Collection(OnePlatform.Name)]
public sealed class CitizenFederationTests(RunningPlatform platform) : IDisposable
{
    private const string Start = "/api/v1/federation/activation/start";
    private const string Verify = "/api/v1/federation/activation/verify";

    private const string Link = "/api/v1/federation/link";

    private readonly Visitor _nobody = platform.Visitors.Citizen();
    private readonly Browser _browser = new(platform);

    [Fact]
    public async Task A_federated_identity_stands_in_for_the_code_of_the_letter()
    {
        var person = await KnownToTheFederationAsync();
        var back = await _browser.GoAsync(Start, IdOf(person));

        var attempt = (await _nobody.PostAsync(Verify, back.With(person))).Is(HttpStatusCode.OK).Json.GetProperty("attempt").GetString()!;
        var account = new Account(platform, person, $"personne.{person.Space.Value[..12]}", "Tilleul-en-fleur-84", $"{person.Space.Value[..12]}@example.org");
        await platform.VerifyContactAsync(attempt, account.Email);
        (await _nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, account.Login, account.Password))).Is(HttpStatusCode.Created);

        Assert.NotEmpty(await account.SignInAsync());
    }

    [Fact]
    public async Task A_linked_identity_opens_the_account_until_it_is_let_go()
    {
        var person = await KnownToTheFederationAsync();
        var me = await SignedInAsync(person);
        (await SignInAsync(person)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);

        (await LinkAsync(me, person)).Is(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.String, (await me.GetAsync(Link)).Is(HttpStatusCode.OK).Json.GetProperty("linkedAt").ValueKind);
        var opened = (await SignInAsync(person)).Is(HttpStatusCode.OK).Json;
        Assert.Contains("id_token_hint=", opened.GetProperty("signOut").GetString(), StringComparison.Ordinal);
        var again = platform.Visitors.Citizen(opened.GetProperty("token").GetString()!);
        (await again.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK);

        (await again.DeleteAsync(Link)).Is(HttpStatusCode.NoContent);
        (await SignInAsync(person)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
        (await LinkAsync(me, person)).Is(HttpStatusCode.NoContent);
        (await SignInAsync(person)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_links_their_own_identity_to_somebody_elses_account()
    {
        var (victim, intruder) = (await platform.People.EnrolAsync(), await KnownToTheFederationAsync());
        var borrowed = await SignedInAsync(victim);

        (await LinkAsync(borrowed, intruder)).IsRefused(HttpStatusCode.Conflict, "federation-somebody-else", fhir: false);
        (await SignInAsync(intruder)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    [Fact]
    public async Task The_federation_says_nothing_of_the_matricule()
    {
        var person = await KnownToTheFederationAsync();
        var back = await _browser.GoAsync(Start, IdOf(person));

        Assert.DoesNotContain(person.Matricule, $"{back.Code} {back.State}", StringComparison.Ordinal);
        Assert.DoesNotContain(platform.Logs.Lines, line => line.Contains(person.Sheet.BirthName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_matricule_another_card_and_nobody_get_the_same_words()
    {
        var (person, other) = (await KnownToTheFederationAsync(), await platform.People.EnrolAsync());
        var nobody = other with { Sheet = other.Sheet with { Ins = Population.InsOf(38_998) } };
        var otherCard = person with { Sheet = person.Sheet with { CardSerial = "80250999999" } };

        List<string> told = [];
        foreach (var claimed in new[] { other, nobody, otherCard })
        {
            var answer = await _nobody.PostAsync(Verify, (await _browser.GoAsync(Start, IdOf(person))).With(claimed));
            answer.IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
            told.Add(answer.Telling);
        }

        Assert.Single(told.Distinct());
    }

    [Fact]
    public async Task An_answer_serves_once()
    {
        var person = await KnownToTheFederationAsync();
        var back = await _browser.GoAsync(Start, IdOf(person));
        (await _nobody.PostAsync(Verify, back.With(person))).Is(HttpStatusCode.OK);

        (await _nobody.PostAsync(Verify, back.With(person))).IsRefused(HttpStatusCode.Unauthorized, "federation-refused", fhir: false);
    }

    [Fact]
    public async Task An_answer_that_was_caught_on_the_way_opens_nothing_in_another_browser()
    {
        var person = await KnownToTheFederationAsync();
        var (caught, mine) = (await _browser.GoAsync(Start, IdOf(person)), await _browser.GoAsync(Start, IdOf(person)));

        (await _nobody.PostAsync(Verify, (caught with { Attempt = mine.Attempt }).With(person))).IsRefused(HttpStatusCode.Unauthorized, "federation-refused", fhir: false);
        (await _nobody.PostAsync(Verify, (caught with { Attempt = new string('0', 32) }).With(person))).IsRefused(HttpStatusCode.Unauthorized, "federation-refused", fhir: false);
    }

    [Fact]
    public async Task An_answer_for_another_purpose_activates_nothing()
    {
        var person = await KnownToTheFederationAsync();
        var back = await _browser.GoAsync("/api/v1/professional/session/start", "899700900113");

        (await _nobody.PostAsync(Verify, back.With(person))).IsRefused(HttpStatusCode.Unauthorized, "federation-refused", fhir: false);
    }

    private async Task<Visitor> SignedInAsync(Person person)
    {
        var account = await platform.OpenAccountAsync(person, $"personne.{person.Space.Value[..12]}", "Tilleul-en-fleur-84", $"{person.Space.Value[..12]}@example.org");
        return platform.Visitors.Citizen(await account.SignInAsync());
    }

    private async Task<Answer> LinkAsync(Visitor me, Person person)
    {
        var sentOff = (await me.PostAsync($"{Link}/start", "{}")).Is(HttpStatusCode.OK).Json;
        return await me.PostAsync(Link, (await _browser.ChooseAsync(sentOff, IdOf(person))).Json);
    }

    private async Task<Answer> SignInAsync(Person person) =>
        await _nobody.PostAsync("/api/v1/federation/session", (await _browser.GoAsync("/api/v1/federation/session/start", IdOf(person))).Json);

    public void Dispose() => File.Delete(Demo);

    private string Demo => Path.Combine(platform.Folder, "demo.json");

    private async Task<Person> KnownToTheFederationAsync()
    {
        var person = await platform.People.EnrolAsync();
        var known = new { person.Sheet.BirthName, person.Sheet.GivenNames, person.Matricule, person.Sheet.BirthDate, Sex = "female", person.Sheet.BirthPlace };
        await File.WriteAllTextAsync(Demo, JsonSerializer.Serialize(new { People = new[] { known } }, JsonSerializerOptions.Web));
        return person;
    }

    private static string IdOf(Person person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"federation|{person.Matricule}")).AsSpan(0, 16));
}
