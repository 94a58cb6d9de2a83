using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Sessions;

/// <summary>Proving once more who one is, within a session; on a platform whose clock can be put forward.</summary>
public sealed class ProofTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Fact]
    public async Task A_proof_by_password_goes_on_under_a_new_token_and_the_old_one_is_over()
    {
        var account = await platform.OpenAccountAsync();
        var before = platform.Visitors.Citizen(await account.SignInAsync());
        platform.Clock.Advance(TimeSpan.FromMinutes(10));
        var first = await SessionAsync(before);

        var answer = await before.PostAsync("/api/v1/session/proof", $$"""{"password":"{{account.Password}}"}""");

        var after = platform.Visitors.Citizen(answer.Is(HttpStatusCode.OK).Json.GetProperty("token").GetString());
        var second = await SessionAsync(after);
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal(first.GetProperty("expires").GetDateTimeOffset(), second.GetProperty("expires").GetDateTimeOffset());
        Assert.InRange(second.GetProperty("freshUntil").GetDateTimeOffset() - first.GetProperty("freshUntil").GetDateTimeOffset(), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        (await before.GetAsync("/api/v1/session")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
    }

    [Fact]
    public async Task A_proof_by_code_takes_the_code_that_was_sent_for_it()
    {
        var account = await platform.OpenAccountAsync();
        var me = platform.Visitors.Citizen(await account.SignInAsync());
        var attempt = (await me.PostAsync("/api/v1/session/proof/code", "{}")).Is(HttpStatusCode.OK).Json.GetProperty("attempt").GetString();
        var code = await platform.Mails.LatestCodeAsync(account.Email);

        (await me.PostAsync("/api/v1/session/proof", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""")).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"password":"Mauvais-mot-de-passe-1"}""")]
    [InlineData("""{"attempt":"00000000000000000000000000000000","code":"123456"}""")]
    public async Task What_proves_nothing_is_refused_and_the_session_goes_on(string body)
    {
        var me = platform.Visitors.Citizen(await (await platform.OpenAccountAsync()).SignInAsync());
        (await me.PostAsync("/api/v1/session/proof", body)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
        (await me.GetAsync("/api/v1/session")).Is(HttpStatusCode.OK);
    }

    private static async Task<JsonElement> SessionAsync(Visitor me) => (await me.GetAsync("/api/v1/session")).Is(HttpStatusCode.OK).Json;
}
