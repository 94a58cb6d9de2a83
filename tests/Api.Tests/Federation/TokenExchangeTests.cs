using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>Organisation certificate and assertion of who acts (security design, rule 13 and R6): real certificates, real TLS.</summary>
[Collection(OnePlatform.Name)]
public sealed class TokenExchangeTests(RunningPlatform platform)
{
    private static readonly string Cardiologist = DevelopmentPeople.Specialist.IdNatPs;

    private readonly Software _hospital = Software.OfTheHospital(platform);

    [Fact]
    public async Task The_structure_and_the_person_together_read_what_the_person_may()
    {
        var person = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(person, Cardiologist);
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        var token = await _hospital.TokenForAsync(Cardiologist);

        Assert.Equal(1, (await _hospital.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", token)).Is(HttpStatusCode.OK).Total);

        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var by = (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Json.GetProperty("entries")
            .EnumerateArray().Select(entry => entry.GetProperty("by")).First(by => by.TryGetProperty("vouchedBy", out _));
        Assert.Equal(Cardiologist, by.GetProperty("id").GetString());
        Assert.Equal(DevelopmentPeople.Specialist.IdNatStruct, by.GetProperty("vouchedBy").GetString());
        Assert.Equal("pro-sante-connect", by.GetProperty("provenBy").GetString());
        Assert.Equal(64, by.GetProperty("certificateDigest").GetString()!.Length);
    }

    [Fact]
    public async Task The_structure_alone_may_feed_and_may_not_read()
    {
        var person = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(person, Cardiologist);

        Assert.NotEmpty(await new Deposit(person).ByAsync(_hospital.Alone));
        Assert.Equal(0, (await _hospital.Alone.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Total);
    }

    [Fact]
    public async Task An_unsigned_assertion_is_refused() => await RefusedAsync(string.Join('.', (await _hospital.AssertionAsync(Cardiologist)).Split('.')[..2]) + ".");

    [Fact]
    public async Task An_assertion_that_says_to_need_no_signature_is_refused()
    {
        var payload = (await _hospital.AssertionAsync(Cardiologist)).Split('.')[1];
        await RefusedAsync($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{payload}.");
    }

    [Fact]
    public async Task An_assertion_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var assertion = await _hospital.AssertionAsync(Cardiologist);
        var head = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(assertion.Split('.')[0]).Replace("RS256", "HS256", StringComparison.Ordinal));
        var keys = (await platform.Visitors.Citizen().GetAsync("/dev/psc/keys")).Json.GetProperty("keys")[0].GetProperty("n").GetString()!;
        var signed = $"{head}.{assertion.Split('.')[1]}";
        var signature = System.Security.Cryptography.HMACSHA256.HashData(Base64UrlEncoder.DecodeBytes(keys), Encoding.ASCII.GetBytes(signed));
        await RefusedAsync($"{signed}.{Base64UrlEncoder.Encode(signature)}");
    }

    [Fact]
    public Task An_assertion_for_another_audience_is_refused() => RefusedAsync(claims => claims["aud"] = "somebody-else");

    [Fact]
    public Task An_assertion_of_another_issuer_is_refused() => RefusedAsync(claims => claims["iss"] = "https://issuer.example");

    [Fact]
    public Task An_assertion_that_has_expired_is_refused() => RefusedAsync(claims => claims["exp"] = Ago(2));

    [Fact]
    public Task An_assertion_without_an_end_is_refused() => RefusedAsync(claims => claims.Remove("exp"));

    [Fact]
    public Task An_assertion_older_than_five_minutes_is_refused_even_if_it_lives() => RefusedAsync(claims => claims["iat"] = Ago(6));

    [Fact]
    public Task An_assertion_without_an_identity_of_its_own_is_refused() => RefusedAsync(claims => claims.Remove("jti"));

    [Fact]
    public Task An_assertion_about_somebody_else_than_the_token_says_is_refused() =>
        RefusedAsync(claims => claims["sub"] = DevelopmentPeople.Nurse.IdNatPs);

    [Fact]
    public Task An_assertion_bound_to_another_certificate_is_refused() =>
        RefusedAsync(claims => claims["cnf"] = new JsonObject { ["x5t#S256"] = Base64UrlEncoder.Encode(new byte[32]) });

    [Fact]
    public async Task An_assertion_signed_by_another_key_is_refused()
    {
        var (mine, other) = (await _hospital.AssertionAsync(Cardiologist), await _hospital.AssertionAsync(Cardiologist));
        await RefusedAsync($"{mine.Split('.')[0]}.{mine.Split('.')[1]}.{other.Split('.')[2]}");
    }

    [Fact]
    public async Task An_assertion_serves_once()
    {
        var assertion = await _hospital.AssertionAsync(Cardiologist);
        (await _hospital.ExchangeAsync(assertion)).Is(HttpStatusCode.OK);
        await RefusedAsync(assertion);
    }

    [Fact]
    public async Task An_assertion_about_who_is_struck_off_is_refused() => await RefusedAsync(await _hospital.AssertionAsync(DevelopmentPeople.StruckOff.IdNatPs));

    [Fact]
    public async Task An_assertion_about_who_works_elsewhere_is_refused() => await RefusedAsync(await _hospital.AssertionAsync(DevelopmentPeople.Optician.IdNatPs));

    [Fact]
    public async Task A_token_is_good_with_its_own_certificate_only()
    {
        var token = await _hospital.TokenForAsync(Cardiologist);
        var person = await platform.People.ActivatedAsync();
        var search = $"/fhir/DocumentReference?patient.identifier={person.Token}";
        var bearer = ("Authorization", $"Bearer {token}");

        (await platform.Visitors.Professional("lab-org").GetAsync(search, bearer)).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: true);
        (await platform.Visitors.Professional("gp").GetAsync(search, bearer)).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: true);
        (await platform.Visitors.Stranger().GetAsync(search, bearer)).IsRefused(HttpStatusCode.Forbidden, "certificate-missing", fhir: true);
        (await platform.Visitors.Citizen(token).GetAsync(search)).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: true);
        (await _hospital.GetAsync(search, token)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_is_shown_to_its_own_software_until_it_is_revoked()
    {
        var token = await _hospital.TokenForAsync(Cardiologist);
        var laboratory = new Software(platform) { Certificate = "lab-org" };

        var shown = (await _hospital.PostAsync("/oauth/introspect", token)).Is(HttpStatusCode.OK).Json;
        Assert.True(shown.GetProperty("active").GetBoolean());
        Assert.Equal(43, shown.GetProperty("cnf").GetProperty("x5t#S256").GetString()!.Length);
        Assert.InRange(shown.GetProperty("exp").GetInt64() - shown.GetProperty("iat").GetInt64(), 1, 300);
        Assert.Equal("""{"active":false}""", (await laboratory.PostAsync("/oauth/introspect", token)).Is(HttpStatusCode.OK).Text);

        (await laboratory.PostAsync("/oauth/revoke", token)).Is(HttpStatusCode.OK);
        Assert.True((await _hospital.PostAsync("/oauth/introspect", token)).Json.GetProperty("active").GetBoolean());
        (await _hospital.PostAsync("/oauth/revoke", token)).Is(HttpStatusCode.OK);
        Assert.Equal("""{"active":false}""", (await _hospital.PostAsync("/oauth/introspect", token)).Text);
        (await _hospital.GetAsync("/fhir/metadata", token)).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: true);
    }

    [Fact]
    public async Task A_person_with_a_certificate_of_their_own_exchanges_nothing()
    {
        var gp = new Software(platform) { Certificate = "gp" };
        var refused = await gp.ExchangeAsync(await _hospital.AssertionAsync(DevelopmentPeople.Gp.IdNatPs));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (refused.Status, refused.Json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task What_is_no_exchange_is_malformed()
    {
        var refused = await _hospital.Alone.SendAsync(HttpMethod.Post, "/oauth/token", Software.Form(("grant_type", "client_credentials")));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (refused.Status, refused.Json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task The_configuration_names_the_doors_that_are_there()
    {
        var told = (await _hospital.Alone.GetAsync("/.well-known/smart-configuration")).Is(HttpStatusCode.OK).Json;
        foreach (var door in new[] { "token_endpoint", "introspection_endpoint", "revocation_endpoint" })
        {
            var path = new Uri(told.GetProperty(door).GetString()!).AbsolutePath;
            Assert.NotEqual(HttpStatusCode.NotFound, (await _hospital.Alone.SendAsync(HttpMethod.Post, path, Software.Form())).Status);
        }
    }

    private Task RefusedAsync(Action<JsonObject> alter) => RefusedAsync(_hospital.Altered(Cardiologist, alter));

    private async Task RefusedAsync(string assertion)
    {
        var refused = await _hospital.ExchangeAsync(assertion);
        Assert.True(refused.Status == HttpStatusCode.Unauthorized, refused.Text);
        Assert.Equal(("invalid_grant", "assertion-refused"), (refused.Json.GetProperty("error").GetString(), refused.Json.GetProperty("code").GetString()));
    }

    private long Ago(int minutes) => platform.Clock.GetUtcNow().AddMinutes(-minutes).ToUnixTimeSeconds();
}
