using System.Globalization;
using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Sessions;

/// <summary>One-time codes and sessions, from outside (security design, R10 and R12); on a platform whose clock can be put forward.</summary>
public sealed class SessionTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private Visitor Nobody => platform.Visitors.Citizen();

    [Fact]
    public async Task Five_wrong_codes_burn_the_right_one()
    {
        var account = await platform.OpenAccountAsync();
        var attempt = await account.StartAsync();
        var code = await platform.Mails.LatestCodeAsync(account.Email);
        for (var i = 0; i < 5; i++)
        {
            await RefusedAsync(attempt, Wrong(code));
        }

        await RefusedAsync(attempt, code);
    }

    [Fact]
    public async Task Four_wrong_codes_do_not()
    {
        var account = await platform.OpenAccountAsync();
        var attempt = await account.StartAsync();
        var code = await platform.Mails.LatestCodeAsync(account.Email);
        for (var i = 0; i < 4; i++)
        {
            await RefusedAsync(attempt, Wrong(code));
        }

        (await CompleteAsync(attempt, code)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_opens_the_attempt_that_it_was_sent_for_and_no_other()
    {
        var account = await platform.OpenAccountAsync();
        var first = await account.StartAsync();
        var firstCode = await platform.Mails.LatestCodeAsync(account.Email);
        var second = await account.StartAsync();
        var secondCode = await platform.Mails.LatestCodeAsync(account.Email);

        // The previous attempt is over with its code, and neither code fits the other attempt.
        await RefusedAsync(first, firstCode);
        await RefusedAsync(first, secondCode);
        if (firstCode != secondCode)
        {
            await RefusedAsync(second, firstCode);
        }

        (await CompleteAsync(second, secondCode)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_of_somebody_else_opens_nothing()
    {
        var (mine, theirs) = (await platform.OpenAccountAsync(), await platform.OpenAccountAsync());
        var attempt = await mine.StartAsync();
        await theirs.StartAsync();
        var code = await platform.Mails.LatestCodeAsync(theirs.Email);
        if (code != await platform.Mails.LatestCodeAsync(mine.Email))
        {
            await RefusedAsync(attempt, code);
        }
    }

    [Fact]
    public async Task A_code_serves_once()
    {
        var account = await platform.OpenAccountAsync();
        var attempt = await account.StartAsync();
        var code = await platform.Mails.LatestCodeAsync(account.Email);
        (await CompleteAsync(attempt, code)).Is(HttpStatusCode.OK);

        await RefusedAsync(attempt, code);
    }

    [Fact]
    public async Task A_code_lives_ten_minutes()
    {
        var account = await platform.OpenAccountAsync();
        var attempt = await account.StartAsync();
        var code = await platform.Mails.LatestCodeAsync(account.Email);

        platform.Clock.Advance(TimeSpan.FromMinutes(10));

        await RefusedAsync(attempt, code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("00000000000000000000000000000000ffffffffffffffffffffffffffffffff")]
    public Task An_attempt_that_nobody_began_is_refused_alike(string attempt) => RefusedAsync(attempt, "123456");

    [Fact]
    public async Task Whether_a_login_exists_is_not_told()
    {
        var account = await platform.OpenAccountAsync();

        var known = await StartAsync(account.Login, "Mauvais-mot-de-passe-1");
        var unknown = await StartAsync("personne.que.nul.ne.connait", "Mauvais-mot-de-passe-1");

        known.IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
        Assert.Equal(unknown.Telling, known.Telling);
    }

    [Fact]
    public async Task A_session_is_over_with_the_sign_out()
    {
        var account = await platform.OpenAccountAsync();
        var token = await account.SignInAsync();
        var me = platform.Visitors.Citizen(token);
        (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK);

        (await me.DeleteAsync("/api/v1/session")).Is(HttpStatusCode.NoContent);

        await IsOverAsync(me);
        (await me.DeleteAsync("/api/v1/session")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
    }

    [Fact]
    public async Task A_session_is_over_after_fifteen_idle_minutes()
    {
        var me = platform.Visitors.Citizen(await (await platform.OpenAccountAsync()).SignInAsync());
        platform.Clock.Advance(TimeSpan.FromMinutes(14));
        (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK);

        platform.Clock.Advance(TimeSpan.FromMinutes(15));

        await IsOverAsync(me);
    }

    [Fact]
    public async Task A_session_is_over_after_eight_hours_however_busy()
    {
        var me = platform.Visitors.Citizen(await (await platform.OpenAccountAsync()).SignInAsync());
        for (var minutes = 14; minutes < 8 * 60; minutes += 14)
        {
            platform.Clock.Advance(TimeSpan.FromMinutes(14));
            (await me.GetAsync("/api/v1/notifications")).Is(HttpStatusCode.OK);
        }

        platform.Clock.Advance(TimeSpan.FromMinutes(14));

        await IsOverAsync(me);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("Basic aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_token_that_was_never_given_opens_nothing(string authorization)
    {
        var answer = await Nobody.GetAsync("/api/v1/history", ("Authorization", authorization));
        answer.IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    private static async Task IsOverAsync(Visitor me) =>
        (await me.GetAsync("/api/v1/history")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);

    private async Task RefusedAsync(string attempt, string code) =>
        (await CompleteAsync(attempt, code)).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);

    private Task<Answer> StartAsync(string login, string password) => Nobody.PostAsync("/api/v1/session", $$"""{"login":"{{login}}","password":"{{password}}"}""");

    private Task<Answer> CompleteAsync(string attempt, string code) => Nobody.PostAsync("/api/v1/session/otp", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""");

    private static string Wrong(string code) => ((int.Parse(code, CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
}
