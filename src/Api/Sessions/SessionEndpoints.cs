using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Api.Sessions;

/// <summary>Sign-in of citizens: password, then a one-time code, then an opaque token; sign-out.</summary>
internal static class SessionEndpoints
{
    // The password and the code.
    private const int TriesOfASignIn = 2;

    private static readonly Caller Component = new Caller.Platform("sign-in");

    public static void MapSessions(this CitizenRoutes routes)
    {
        routes.MapTry("/session", StartAsync);
        routes.MapTry("/session/otp", CompleteAsync);
        routes.MapTry("/session/otp/send", SendAsync);
        routes.MapOwn(HttpMethods.Get, "/session", Read);
        routes.MapOwn(HttpMethods.Delete, "/session", EndAsync);
    }

    private static async Task<IResult> StartAsync(
        StartRequest request, AccountDirectory accounts, Passwords passwords, OneTimeCodes codes)
    {
        using var acting = CallerContext.Become(Component);
        var login = await accounts.KeyOf(request.Login);
        var account = accounts.Of(await accounts.SpaceOf(login));
        var password = passwords.Check(request.Password, await account.PasswordHash());

        var attempt = Attempt.New(login);
        var (code, digest) = await codes.NewAsync(attempt);
        var started = await account.StartSignIn(new StartSignIn(password, attempt, digest));
        if (!started.Accepted)
        {
            return Refusals.Answer(started.Refusal);
        }

        if (started.Value.SendTo is not { } contact)
        {
            return Results.Ok(new StepAnswer("authenticator", attempt));
        }

        await codes.SendAsync(contact, code);
        return Results.Ok(new StepAnswer("otp", attempt));
    }

    /// <summary>Another code for an attempt, by the way that the person prefers; the one before opens nothing any more.</summary>
    private static async Task<IResult> SendAsync(
        SendRequest request, HttpContext context, TryGate gate, AccountDirectory accounts, OneTimeCodes codes)
    {
        using var acting = CallerContext.Become(Component);
        if (!Attempt.TryReadLogin(request.Attempt, out var login))
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var (code, digest) = await codes.NewAsync(request.Attempt!);
        var asked = await accounts.Of(await accounts.SpaceOf(login)).AskForSignInCode(new AskForSignInCode(request.Attempt!, digest, request.Channel));
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        await gate.OpenedAsync(context, 1);
        await codes.SendAsync(asked.Value, code);
        return Results.Ok(new StepAnswer("otp", request.Attempt!));
    }

    private static async Task<IResult> CompleteAsync(
        CodeRequest request, HttpContext context, TryGate gate, AccountDirectory accounts, EvidenceDesk evidence, SessionDesk desk)
    {
        using var acting = CallerContext.Become(Component);
        if (!Attempt.TryReadLogin(request.Attempt, out var login))
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var space = await accounts.SpaceOf(login);
        var completed = await desk.CompleteAsync(space, await evidence.OfAttemptAsync(request.Attempt!, request.Code, space), context);
        if (!completed.Accepted)
        {
            return Refusals.Answer(completed.Refusal);
        }

        await gate.OpenedAsync(context, TriesOfASignIn);
        return Results.Ok(completed.Value);
    }

    private static IResult Read(HttpContext context)
    {
        var session = context.RequiredSession();
        return Results.Ok(new SessionAnswer(session.Id, session.Ends, (int)Session.Idle.TotalSeconds, session.ProvenAt + Session.FreshProof));
    }

    private static async Task<IResult> EndAsync(HttpContext context, AccountDirectory accounts, OwnActs acts, IGrainFactory grains)
    {
        var session = context.RequiredSession();
        await accounts.Of(session.Space).EndSession(new EndSession(session.Id));
        await SessionAuthentication.Session(grains, SessionAuthentication.Token(context)!).End();
        await acts.NoteAsync(session.Space, TraceAction.SignedOut);
        return Results.NoContent();
    }

    private sealed record StartRequest(string? Login, string? Password);

    private sealed record SendRequest(string? Attempt, ContactKind Channel = ContactKind.Email);

    private sealed record CodeRequest(string? Attempt, string? Code);

    private sealed record StepAnswer(string Step, string Attempt);

    private sealed record SessionAnswer(Guid Id, DateTimeOffset Expires, int IdleSeconds, DateTimeOffset FreshUntil);
}
