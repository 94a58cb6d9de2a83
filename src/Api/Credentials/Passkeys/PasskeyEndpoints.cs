using System.Text.Json;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Credentials.Passkeys;

/// <summary>
/// Passkeys (clés d’accès): registration; sign-in by a passkey alone, without a login; by one after the password, in place of a code; and the
/// question for a proof within a session, which <c>/session/proof</c> takes.
/// </summary>
internal static class PasskeyEndpoints
{
    // The question and its answer; after a password, that too.
    private const int TriesOfASignIn = 2;

    private static readonly Caller Component = new Caller.Platform("sign-in");

    public static void MapPasskeys(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Post, "/passkeys/register/options", BeginRegistrationAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Post, "/passkeys/register", RegisterAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Delete, "/account/passkeys/{id}", RemoveAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Post, "/passkeys/proof/options", AskForProofAsync);
        routes.MapTry("/passkeys/sign-in/options", AskForSignInAsync);
        routes.MapTry("/passkeys/sign-in", SignInAsync);
    }

    private static async Task<IResult> BeginRegistrationAsync(HttpContext context, PasskeyDesk desk) =>
        Results.Ok(await desk.BeginRegistrationAsync(context.RequiredSession().Space, context));

    private static async Task<IResult> RegisterAsync(
        RegisterRequest request, HttpContext context, PasskeyDesk desk, AccountDirectory accounts, OwnActs acts, IGrainFactory grains)
    {
        var space = context.RequiredSession().Space;
        if (await desk.RegisterAsync(request.Ceremony, request.Credential, request.Name, space, context) is not { } passkey)
        {
            return Refusals.Answer(AccountRefusals.PasskeyRefused);
        }

        var key = await accounts.KeyOfPasskey(passkey.Id);
        var filed = await grains.GetGrain<ILoginGuardGrain>(key.Bucket).Register(new RegisterLogin(key, space));
        if (!filed.Accepted)
        {
            return Refusals.Answer(AccountRefusals.PasskeyRefused);
        }

        var added = await accounts.Of(space).AddPasskey(new AddPasskey(passkey));
        if (!added.Accepted)
        {
            return Refusals.Answer(added.Refusal);
        }

        await acts.NoteChangeAsync(space, TraceAction.ChangedSignIn);
        return Results.Created((string?)null, new PasskeyAnswer(passkey.Id, passkey.Name, passkey.Since));
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, string id, AccountDirectory accounts, OwnActs acts)
    {
        var space = context.RequiredSession().Space;
        var removed = await accounts.Of(space).RemovePasskey(new RemovePasskey(id));
        if (!removed.Accepted)
        {
            return Refusals.Answer(removed.Refusal);
        }

        await acts.NoteChangeAsync(space, TraceAction.ChangedSignIn);
        return Results.NoContent();
    }

    private static async Task<IResult> AskForProofAsync(HttpContext context, PasskeyDesk desk)
    {
        var space = context.RequiredSession().Space;
        return Results.Ok(await desk.AskAsync(PasskeyPurpose.Proof(space), space, context));
    }

    /// <summary>Without an attempt, any passkey of ours is asked for; with one, those of the person whose password was right. Others are told nothing.</summary>
    private static async Task<IResult> AskForSignInAsync(AskRequest request, HttpContext context, PasskeyDesk desk, AccountDirectory accounts)
    {
        using var acting = CallerContext.Become(Component);
        if (request.Attempt is not { } attempt)
        {
            return Results.Ok(await desk.AskAsync(PasskeyPurpose.SignIn, null, context));
        }

        if (!Attempt.TryReadLogin(attempt, out var login))
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var space = await accounts.SpaceOf(login);
        return await accounts.Of(space).Awaits(attempt) is null
            ? Refusals.Answer(SignInRefusals.Refused)
            : Results.Ok(await desk.AskAsync(PasskeyPurpose.Completion(attempt), space, context));
    }

    private static async Task<IResult> SignInAsync(SignInRequest request, HttpContext context, TryGate gate, PasskeyDesk desk, SessionDesk sessions)
    {
        using var acting = CallerContext.Become(Component);
        var purpose = request.Attempt is { } attempt ? PasskeyPurpose.Completion(attempt) : PasskeyPurpose.SignIn;
        if (await desk.CheckAsync(request.Ceremony, request.Credential, purpose, request.Attempt, context) is not { } used)
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var signedIn = await sessions.CompleteAsync(used.Space, used.Evidence, context);
        if (!signedIn.Accepted)
        {
            return Refusals.Answer(signedIn.Refusal);
        }

        await gate.OpenedAsync(context, request.Attempt is null ? TriesOfASignIn : TriesOfASignIn + 1);
        return Results.Ok(signedIn.Value);
    }

    private sealed record RegisterRequest(string? Ceremony, JsonElement Credential, string? Name = null);

    private sealed record PasskeyAnswer(string Id, string Name, DateTimeOffset Since);

    private sealed record AskRequest(string? Attempt = null);

    private sealed record SignInRequest(string? Ceremony, JsonElement Credential, string? Attempt = null);
}
