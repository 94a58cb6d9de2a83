using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Mail;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Sessions;

/// <summary>Sign-in of citizens: password, then a one-time code by e-mail, then an opaque token; sign-out.</summary>
internal static class SessionEndpoints
{
    private static readonly Caller Component = new Caller.Platform("sign-in");

    public static void MapSessions(this CitizenRoutes routes)
    {
        routes.MapOpen("/session", StartAsync);
        routes.MapOpen("/session/otp", CompleteAsync);
        routes.Map(HttpMethods.Delete, "/session", EndAsync).WithMetadata(new IsAbout(ProxyMatter.OwnAccount));
    }

    private static async Task<IResult> StartAsync(StartRequest request, PatientDirectory patients, IGrainFactory grains, IKeyRing keys, IMailer mailer)
    {
        using var acting = CallerContext.Become(Component);
        var login = await patients.KeyOf(request.Login ?? "");
        var guard = grains.GetGrain<ILoginGuardGrain>(login.Bucket);
        var salt = await guard.PasswordSalt(login);
        var digest = SlowDigest.Of(request.Password ?? "", salt ?? SlowDigest.Decoy());

        var attempt = Attempt.New(login);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        var started = await guard.StartSignIn(new StartSignIn(login, digest, attempt, await OneTime(keys, attempt, code)));
        if (!started.Accepted)
        {
            return Refusals.Answer(started.Refusal);
        }

        await mailer.SendAsync(started.Value.Email, Letters.OneTimeCode(code));
        return Results.Ok(new StepAnswer("otp", attempt));
    }

    private static async Task<IResult> CompleteAsync(CodeRequest request, IGrainFactory grains, IKeyRing keys)
    {
        using var acting = CallerContext.Become(Component);
        if (!Attempt.TryReadLogin(request.Attempt, out var login))
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var completed = await grains.GetGrain<ILoginGuardGrain>(login.Bucket)
            .CompleteSignIn(new CompleteSignIn(login, request.Attempt!, await OneTime(keys, request.Attempt!, request.Code ?? "")));
        if (!completed.Accepted)
        {
            return Refusals.Answer(completed.Refusal);
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var ends = await SessionAuthentication.Session(grains, token).Begin(completed.Value.Space);
        return Results.Ok(new TokenAnswer(token, ends));
    }

    private static async Task<IResult> EndAsync(HttpContext context, IGrainFactory grains)
    {
        await SessionAuthentication.Session(grains, SessionAuthentication.Token(context)!).End();
        return Results.NoContent();
    }

    // Six digits are few: a keyed digest, so that who reads the journal cannot try them all.
    private static async Task<string> OneTime(IKeyRing keys, string attempt, string code) => Convert.ToBase64String(
        HMACSHA256.HashData((await keys.PurposeKeyAsync("one-time-code", CancellationToken.None)).Span, Encoding.UTF8.GetBytes($"{attempt}|{code.Trim()}")));

    private sealed record StartRequest(string? Login, string? Password);

    private sealed record CodeRequest(string? Attempt, string? Code);

    private sealed record StepAnswer(string Step, string Attempt);

    private sealed record TokenAnswer(string Token, DateTimeOffset Expires);
}
