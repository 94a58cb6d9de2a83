using System.Net;
using System.Text.RegularExpressions;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Activation;

/// <summary>Activation and opposition from outside (security design, R11; ASVS 6.3.8); on a platform whose clock can be put forward.</summary>
public sealed partial class ActivationTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string WrongCode = "22222 22222";

    private Visitor Nobody => platform.Visitors.Citizen();

    [Fact]
    public async Task Five_wrong_codes_burn_the_letter()
    {
        var person = await platform.People.EnrolAsync();
        var code = await platform.People.WriteAsync(person);
        for (var i = 0; i < 5; i++)
        {
            // Over several attempts too: the letter counts, not the attempt.
            await RefusedAsync(await platform.StartActivationAsync(person), WrongCode);
        }

        await RefusedAsync(await platform.StartActivationAsync(person), code);
    }

    [Fact]
    public async Task The_code_is_read_as_people_type_it()
    {
        var person = await platform.People.EnrolAsync();
        var code = await platform.People.WriteAsync(person);
        var typed = $"{code[..5]}-{code[5..]}".ToLowerInvariant();

        (await VerifyAsync(await platform.StartActivationAsync(person), typed)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_letter_is_worth_six_weeks()
    {
        var person = await platform.People.EnrolAsync();
        var code = await platform.People.WriteAsync(person);
        platform.Clock.Advance(TimeSpan.FromDays(42));

        // Who holds the letter is told that it is late; nobody else is.
        (await VerifyAsync(await platform.StartActivationAsync(person), code)).IsRefused(HttpStatusCode.Unauthorized, "code-expired", fhir: false);
        await RefusedAsync(await platform.StartActivationAsync(person), WrongCode);
    }

    [Fact]
    public async Task An_attempt_lives_half_an_hour()
    {
        var person = await platform.People.EnrolAsync();
        var code = await platform.People.WriteAsync(person);
        var attempt = await platform.StartActivationAsync(person);
        platform.Clock.Advance(TimeSpan.FromMinutes(30));

        (await VerifyAsync(attempt, code)).IsRefused(HttpStatusCode.Unauthorized, "activation-over", fhir: false);
    }

    [Fact]
    public async Task A_code_opens_the_space_of_its_letter_only()
    {
        var (mine, theirs) = (await platform.People.EnrolAsync(), await platform.People.EnrolAsync());
        await platform.People.WriteAsync(mine);
        var code = await platform.People.WriteAsync(theirs);

        await RefusedAsync(await platform.StartActivationAsync(mine), code);
    }

    [Fact]
    public async Task A_letter_serves_once()
    {
        var account = await platform.OpenAccountAsync();

        // The spent letter, told apart from a new one: the code of the first activation is not known any more.
        var attempt = await platform.StartActivationAsync(account.Person);
        await RefusedAsync(attempt, WrongCode);
        (await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, "personne.nouvelle", account.Password)))
            .IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    [Fact]
    public async Task Nothing_is_activated_without_the_proof_of_the_code()
    {
        var person = await platform.People.EnrolAsync();
        var attempt = await platform.StartActivationAsync(person);

        (await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, "personne.sans.code", "Tilleul-en-fleur-84")))
            .IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    [Fact]
    public async Task Whether_a_person_is_known_is_told_neither_at_the_start_nor_at_the_code()
    {
        var known = await platform.People.EnrolAsync();
        var opposed = await platform.People.EnrolAsync();
        await platform.People.OpposeAsync(opposed);
        var stranger = known with { Sheet = known.Sheet with { Ins = Population.InsOf(30_998) } };
        var elder = known with { Sheet = known.Sheet with { BirthDate = known.Sheet.BirthDate.AddDays(1) } };
        await platform.People.WriteAsync(known);

        var tellings = new List<(string, string)>();
        foreach (var person in new[] { known, opposed, stranger, elder })
        {
            var start = (await Nobody.PostAsync("/api/v1/activation/start", Accounts.Traits(person))).Is(HttpStatusCode.OK);
            var attempt = start.Json.GetProperty("attempt").GetString()!;

            // What is offered differs from person to person, and from nobody to nobody; the letter is always there.
            Assert.Equal("letter", start.Json.GetProperty("channels").EnumerateArray().Last().GetProperty("channel").GetString());
            var told = Channels().Replace(start.Telling.Replace(attempt, "<attempt>", StringComparison.Ordinal), "<channels>");
            tellings.Add((told, (await VerifyAsync(attempt, WrongCode)).Telling));
        }

        Assert.Single(tellings.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("../../session")]
    [InlineData("00000000000000000000000000000000")]
    public async Task An_attempt_that_nobody_began_is_refused_alike(string attempt)
    {
        (await VerifyAsync(attempt, WrongCode)).IsRefused(HttpStatusCode.Unauthorized, "activation-over", fhir: false);
        (await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, "personne.sans.code", "Tilleul-en-fleur-84")))
            .IsRefused(HttpStatusCode.Unauthorized, "activation-over", fhir: false);
        (await Nobody.PostAsync("/api/v1/opposition", $$"""{"attempt":"{{attempt}}","code":"{{WrongCode}}"}"""))
            .IsRefused(HttpStatusCode.Unauthorized, "activation-over", fhir: false);
    }

    [Theory]
    [InlineData("login", "court", "login-malformed")]
    [InlineData("login", "Avec.Capitales", "login-malformed")]
    [InlineData("password", "trop-simple", "password-weak")]
    [InlineData("login", "fr7630006000011234567890189", "login-revealing")]
    [InlineData("login", "marie.1.84.05.99.990.012", "login-revealing")]
    [InlineData("password", "Soleil-2024-Soleil!", "password-common")]
    [InlineData("password", "Essai-04031961-fin!", "password-personal")]
    public async Task Weak_credentials_are_refused_and_the_letter_stays_good(string field, string value, string code)
    {
        var person = await platform.People.EnrolAsync();
        var attempt = await platform.StartActivationAsync(person);
        (await VerifyAsync(attempt, await platform.People.WriteAsync(person))).Is(HttpStatusCode.OK);
        await platform.VerifyContactAsync(attempt, "x@example.org");
        var sound = new Dictionary<string, string> { ["login"] = $"personne.{person.Space.Value[..12]}", ["password"] = "Tilleul-en-fleur-84" };
        var weak = new Dictionary<string, string>(sound) { [field] = value };

        var refused = await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, weak["login"], weak["password"]));
        refused.IsRefused(HttpStatusCode.UnprocessableEntity, code, fhir: false);
        Assert.Equal(field, refused.Json.GetProperty("expression").GetString());
        (await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, sound["login"], sound["password"]))).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_login_belongs_to_one_person()
    {
        var first = await platform.OpenAccountAsync();
        var person = await platform.People.EnrolAsync();
        var attempt = await platform.StartActivationAsync(person);
        (await VerifyAsync(attempt, await platform.People.WriteAsync(person))).Is(HttpStatusCode.OK);

        await platform.VerifyContactAsync(attempt, "x@example.org");
        (await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, first.Login, first.Password)))
            .IsRefused(HttpStatusCode.Conflict, "login-taken", fhir: false);
    }

    [Fact]
    public async Task Who_objects_with_the_code_of_the_letter_has_no_space()
    {
        var person = await platform.People.EnrolAsync();
        var attempt = await platform.StartActivationAsync(person);
        var code = await platform.People.WriteAsync(person);

        (await Nobody.PostAsync("/api/v1/opposition", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""")).Is(HttpStatusCode.NoContent);

        var receipt = (await Nobody.PostAsync("/api/v1/opposition/receipt", $$"""{"attempt":"{{attempt}}"}""")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("opposition", receipt.GetProperty("decision").GetString());
        var paper = (await Nobody.PostAsync("/api/v1/opposition/receipt/paper", $$"""{"attempt":"{{attempt}}"}""")).Is(HttpStatusCode.OK);
        Assert.Equal("application/pdf", paper.MediaType);
        Assert.StartsWith("%PDF-", paper.Text, StringComparison.Ordinal);

        await platform.VerifyContactAsync(attempt, "x@example.org");
        (await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, $"personne.{person.Space.Value[..12]}", "Tilleul-en-fleur-84")))
            .IsRefused(HttpStatusCode.Conflict, "space-opposed", fhir: false);
    }

    [GeneratedRegex("\\[.*\\]")]
    private static partial Regex Channels();

    private async Task RefusedAsync(string attempt, string code) =>
        (await VerifyAsync(attempt, code)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);

    private Task<Answer> VerifyAsync(string attempt, string code) =>
        Nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""");
}
