using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Accounts;
using Account = MonEspaceSante.Api.Tests.Fixtures.Account;

namespace MonEspaceSante.Api.Tests.Credentials;

/// <summary>Authenticator apps, recovery codes, contacts, password and the way back in, from outside; on a platform whose clock can be put forward.</summary>
public sealed class MeansTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string NewPassword = "Sorbier-des-oiseaux-73";

    private Visitor Nobody => platform.Visitors.Citizen();

    [Fact]
    public async Task The_code_of_the_app_takes_the_place_of_the_mail_and_is_taken_once()
    {
        var account = await platform.OpenAccountAsync();
        var secret = await TakeAppAsync(account);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));

        var started = (await StartAsync(account)).Json;
        Assert.Equal("authenticator", started.GetProperty("step").GetString());
        var code = Authenticator.CodeAt(secret, Authenticator.StepAt(platform.Clock.GetUtcNow()));
        (await CompleteAsync(started, code)).Is(HttpStatusCode.OK);

        // Replayed in another attempt within its thirty seconds.
        (await CompleteAsync((await StartAsync(account)).Json, code)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_where_telephone_and_mailbox_are_out_of_reach()
    {
        var account = await platform.OpenAccountAsync();
        var me = platform.Visitors.Citizen(await account.SignInAsync());
        var code = (await me.SendAsync(HttpMethod.Post, "/api/v1/account/recovery-codes", null)).Is(HttpStatusCode.OK).Json.GetProperty("codes")[0].GetString()!;

        (await CompleteAsync((await StartAsync(account)).Json, code)).Is(HttpStatusCode.OK);
        (await CompleteAsync((await StartAsync(account)).Json, code)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
        Assert.Equal(9, (await me.GetAsync("/api/v1/account")).Is(HttpStatusCode.OK).Json.GetProperty("recoveryCodesLeft").GetInt32());
    }

    [Fact]
    public async Task A_new_address_is_verified_both_are_told_and_the_other_sessions_end()
    {
        var account = await platform.OpenAccountAsync();
        var elsewhere = platform.Visitors.Citizen(await account.SignInAsync());
        var me = platform.Visitors.Citizen(await account.SignInAsync());
        var email = $"nouvelle.{account.Email}";

        var attempt = (await me.PostAsync("/api/v1/account/contacts", $$"""{"kind":"email","value":"{{email}}"}""")).Is(HttpStatusCode.OK).Json.GetProperty("attempt").GetString();
        var code = await platform.Mails.LatestCodeAsync(email);
        (await me.PostAsync("/api/v1/account/contacts/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""")).Is(HttpStatusCode.NoContent);

        platform.Clock.Advance(TimeSpan.FromSeconds(5));
        (await elsewhere.GetAsync("/api/v1/privacy")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
        Assert.Equal(email, (await me.GetAsync("/api/v1/account")).Is(HttpStatusCode.OK).Json.GetProperty("contacts")[0].GetProperty("value").GetString());
        Assert.All([account.Email, email], address => Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(platform.Folder, "outbox"), "*.eml").Select(File.ReadAllText),
            mail => mail.Contains($"To: {address}\r\n", StringComparison.Ordinal) && mail.Contains("has changed", StringComparison.Ordinal)));
        Assert.Contains("ChangedContact", (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_thief_would_want_asks_for_a_fresh_proof()
    {
        var account = await platform.OpenAccountAsync();
        var me = platform.Visitors.Citizen(await account.SignInAsync());
        platform.Clock.Advance(TimeSpan.FromMinutes(5));
        var change = $$"""{"password":"{{NewPassword}}"}""";
        (await me.PutAsync("/api/v1/account/password", change)).IsRefused(HttpStatusCode.Forbidden, "fresh-proof-needed", fhir: false);

        var proof = await me.PostAsync("/api/v1/session/proof", $$"""{"password":"{{account.Password}}"}""");
        me = platform.Visitors.Citizen(proof.Is(HttpStatusCode.OK).Json.GetProperty("token").GetString());
        (await me.PutAsync("/api/v1/account/password", change)).Is(HttpStatusCode.NoContent);

        (await StartAsync(account)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
        await (account with { Password = NewPassword }).SignInAsync();
    }

    [Fact]
    public async Task A_letter_and_a_code_lead_back_in_but_not_by_an_address_of_today()
    {
        var account = await platform.OpenAccountAsync();
        var before = platform.Visitors.Citizen(await account.SignInAsync());
        var young = await ProvenAsync(account);
        (await Nobody.PostAsync("/api/v1/account/recovery/start", $$"""{"attempt":"{{young}}"}""")).IsRefused(HttpStatusCode.UnprocessableEntity, "contact-too-new", fhir: false);

        platform.Clock.Advance(TimeSpan.FromHours(24));
        var attempt = await ProvenAsync(account);
        (await Nobody.PostAsync("/api/v1/account/recovery/start", $$"""{"attempt":"{{attempt}}"}""")).Is(HttpStatusCode.OK);
        var code = await platform.Mails.LatestCodeAsync(account.Email);
        (await Nobody.PostAsync("/api/v1/account/recovery/complete", $$"""{"attempt":"{{attempt}}","code":"{{code}}","password":"{{NewPassword}}"}""")).Is(HttpStatusCode.NoContent);

        (await before.GetAsync("/api/v1/privacy")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
        await (account with { Password = NewPassword }).SignInAsync();
    }

    private async Task<string> TakeAppAsync(Account account)
    {
        var me = platform.Visitors.Citizen(await account.SignInAsync());
        var offered = (await me.SendAsync(HttpMethod.Post, "/api/v1/account/authenticator", null)).Is(HttpStatusCode.OK).Json;
        var secret = offered.GetProperty("secret").GetString()!;
        Assert.StartsWith("otpauth://totp/", offered.GetProperty("uri").GetString(), StringComparison.Ordinal);
        var code = Authenticator.CodeAt(secret, Authenticator.StepAt(platform.Clock.GetUtcNow()));
        (await me.PostAsync("/api/v1/account/authenticator/confirm", $$"""{"code":"{{code}}"}""")).Is(HttpStatusCode.NoContent);
        return secret;
    }

    private async Task<string> ProvenAsync(Account account)
    {
        var attempt = await platform.StartActivationAsync(account.Person);
        var code = await platform.People.WriteAsync(account.Person);
        (await Nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""")).Is(HttpStatusCode.OK);
        return attempt;
    }

    private Task<Answer> StartAsync(Account account) =>
        Nobody.PostAsync("/api/v1/session", $$"""{"login":"{{account.Login}}","password":"{{account.Password}}"}""");

    private Task<Answer> CompleteAsync(JsonElement started, string code) =>
        Nobody.PostAsync("/api/v1/session/otp", $$"""{"attempt":"{{started.GetProperty("attempt").GetString()}}","code":"{{code}}"}""");
}
