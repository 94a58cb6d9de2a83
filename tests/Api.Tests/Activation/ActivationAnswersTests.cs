using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Activation;

/// <summary>What a proven person is told on the way to their login, and what an attack on it leaves alone.</summary>
[Collection(OnePlatform.Name)]
public sealed class ActivationAnswersTests(RunningPlatform platform)
{
    private Visitor Nobody => platform.Visitors.Citizen();

    [Fact]
    public async Task A_login_that_is_taken_is_answered_by_three_that_are_free()
    {
        var taken = (await platform.OpenAccountAsync()).Login;
        var attempt = await ProvenAsync();

        var told = (await LoginAsync(attempt, taken)).Is(HttpStatusCode.OK).Json;

        Assert.False(told.GetProperty("free").GetBoolean());
        var suggested = told.GetProperty("suggestions").EnumerateArray().Select(login => login.GetString()!).ToList();
        Assert.Equal(3, suggested.Count);
        foreach (var login in suggested)
        {
            Assert.True((await LoginAsync(attempt, login)).Is(HttpStatusCode.OK).Json.GetProperty("free").GetBoolean());
        }
    }

    [Fact]
    public async Task Who_has_proven_nothing_is_not_told_which_logins_are_free()
    {
        var taken = (await platform.OpenAccountAsync()).Login;
        var attempt = await platform.StartActivationAsync(await platform.People.EnrolAsync());

        (await LoginAsync(attempt, taken)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    [Theory]
    [InlineData("hideNewDocuments")]
    [InlineData("regulationCentre")]
    [InlineData("breakGlass")]
    public async Task A_question_of_privacy_that_is_not_answered_is_named(string question)
    {
        var attempt = await ProvenAsync();
        await platform.VerifyContactAsync(attempt, "x@example.org");
        var answers = new[] { "hideNewDocuments", "regulationCentre", "breakGlass" }.Where(asked => asked != question).Select(asked => $"\"{asked}\":true");

        var refused = await Nobody.PostAsync(
            "/api/v1/activation/complete",
            $$"""{"attempt":"{{attempt}}","login":"personne.sans.choix","password":"Tilleul-en-fleur-84",{{string.Join(',', answers)}}}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(question, refused.Json.GetProperty("expression").GetString());
    }

    [Fact]
    public async Task An_open_session_goes_on_while_its_owner_s_login_and_code_are_attacked()
    {
        var account = await platform.OpenAccountAsync();
        var me = platform.Visitors.Citizen(await account.SignInAsync());

        for (var i = 0; i < 6; i++)
        {
            (await Nobody.PostAsync("/api/v1/session", $$"""{"login":"{{account.Login}}","password":"Mauvais-mot-de-passe-{{i}}"}"""))
                .IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
            (await Nobody.PostAsync(
                "/api/v1/activation/verify", $$"""{"attempt":"{{await platform.StartActivationAsync(account.Person)}}","code":"22222 22222"}"""))
                .IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
        }

        (await me.GetAsync("/api/v1/session")).Is(HttpStatusCode.OK);
        (await me.GetAsync("/api/v1/account")).Is(HttpStatusCode.OK);
    }

    private async Task<string> ProvenAsync()
    {
        var person = await platform.People.EnrolAsync();
        var attempt = await platform.StartActivationAsync(person);
        var code = await platform.People.WriteAsync(person);
        (await Nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""")).Is(HttpStatusCode.OK);
        return attempt;
    }

    private Task<Answer> LoginAsync(string attempt, string login) =>
        Nobody.PostAsync("/api/v1/activation/login", $$"""{"attempt":"{{attempt}}","login":"{{login}}"}""");
}
