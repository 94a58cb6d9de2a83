using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.EndToEnd.Passkeys;

/// <summary>Passkeys made and used by a browser, on the page of the platform itself, over TLS (WebAuthn, with a virtual CTAP2 authenticator).</summary>
[Collection(OnePlatform.Name)]
public sealed class PasskeyTests(RunningPlatform platform)
{
    private Visitor Nobody => platform.Visitors.Citizen();

    // By its name: passkeys are bound to a domain, and an address is none.
    private Uri Home => new UriBuilder(platform.Visitors.Citizens) { Host = "localhost" }.Uri;

    [SkippableFact]
    public async Task A_passkey_is_registered_and_signs_in_without_a_login()
    {
        await using var browser = await Chromium.OpenAsync(Home);
        await browser.AddAuthenticatorAsync();
        var account = await platform.OpenAccountAsync();
        await RegisterAsync(browser, account);

        var asked = await AskAsync("{}");
        Assert.False(asked.GetProperty("options").TryGetProperty("allowCredentials", out var allowed) && allowed.GetArrayLength() > 0);
        var answer = Answer(asked, await browser.GetAsync(asked.GetProperty("options")));
        var token = (await Nobody.PostAsync("/api/v1/passkeys/sign-in", answer)).Is(HttpStatusCode.OK).Json.GetProperty("token").GetString();

        var me = platform.Visitors.Citizen(token);
        Assert.Equal("Mon téléphone", (await me.GetAsync("/api/v1/account")).Is(HttpStatusCode.OK).Json.GetProperty("passkeys")[0].GetProperty("name").GetString());

        // The same answer once more: its challenge is spent.
        (await Nobody.PostAsync("/api/v1/passkeys/sign-in", answer)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    [SkippableFact]
    public async Task A_passkey_takes_the_place_of_the_code_after_the_password_and_proves_within_the_session()
    {
        await using var browser = await Chromium.OpenAsync(Home);
        await browser.AddAuthenticatorAsync();
        var account = await platform.OpenAccountAsync();
        await RegisterAsync(browser, account);

        var attempt = await account.StartAsync();
        var asked = await AskAsync($$"""{"attempt":"{{attempt}}"}""");
        Assert.Equal(1, asked.GetProperty("options").GetProperty("allowCredentials").GetArrayLength());
        var answer = Answer(asked, await browser.GetAsync(asked.GetProperty("options")), $"\"attempt\":\"{attempt}\"");
        var token = (await Nobody.PostAsync("/api/v1/passkeys/sign-in", answer)).Is(HttpStatusCode.OK).Json.GetProperty("token").GetString();

        var me = platform.Visitors.Citizen(token);
        var proof = (await me.PostAsync("/api/v1/passkeys/proof/options", "{}")).Is(HttpStatusCode.OK).Json;
        (await me.PostAsync("/api/v1/session/proof", Answer(proof, await browser.GetAsync(proof.GetProperty("options"))))).Is(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task A_copy_whose_counter_does_not_go_on_is_refused()
    {
        await using var browser = await Chromium.OpenAsync(Home);
        var authenticator = await browser.AddAuthenticatorAsync();
        await RegisterAsync(browser, await platform.OpenAccountAsync());
        var copy = await browser.CredentialAsync(authenticator);
        (await SignInAsync(browser)).Is(HttpStatusCode.OK);

        await browser.RestoreAsync(authenticator, copy);

        (await SignInAsync(browser)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    [Fact]
    public async Task An_attempt_that_nobody_began_is_told_of_no_passkey()
    {
        await platform.OpenAccountAsync();
        (await Nobody.PostAsync("/api/v1/passkeys/sign-in/options", $$"""{"attempt":"{{new string('0', 64)}}"}"""))
            .IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    private async Task RegisterAsync(Chromium browser, Account account)
    {
        var me = platform.Visitors.Citizen(await account.SignInAsync());
        var begun = (await me.PostAsync("/api/v1/passkeys/register/options", "{}")).Is(HttpStatusCode.OK).Json;
        var made = await browser.CreateAsync(begun.GetProperty("options"));
        (await me.PostAsync("/api/v1/passkeys/register", Answer(begun, made, "\"name\":\"Mon téléphone\""))).Is(HttpStatusCode.Created);
    }

    private async Task<Answer> SignInAsync(Chromium browser)
    {
        var asked = await AskAsync("{}");
        return await Nobody.PostAsync("/api/v1/passkeys/sign-in", Answer(asked, await browser.GetAsync(asked.GetProperty("options"))));
    }

    private async Task<JsonElement> AskAsync(string body) => (await Nobody.PostAsync("/api/v1/passkeys/sign-in/options", body)).Is(HttpStatusCode.OK).Json;

    private static string Answer(JsonElement ceremony, string credential, string more = "") =>
        $$"""{"ceremony":"{{ceremony.GetProperty("ceremony").GetString()}}","credential":{{credential}}{{(more.Length == 0 ? "" : "," + more)}}}""";
}
