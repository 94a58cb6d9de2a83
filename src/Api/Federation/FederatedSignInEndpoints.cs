using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Api.Federation;

/// <summary>Sign-in of citizens with the federated identity that they have linked to their account; linking it, and letting it go.</summary>
internal static class FederatedSignInEndpoints
{
    private const string ForSession = "session";
    private const string ForLink = "link";

    public static void MapFederatedSignIn(this CitizenRoutes routes)
    {
        routes.MapOpen("/federation/session/start", StartSessionAsync);
        routes.MapTry("/federation/session", BeginSessionAsync);
        routes.MapOwn(HttpMethods.Get, "/federation/link", ShowLinkAsync);
        routes.MapOwn(HttpMethods.Post, "/federation/link/start", StartLinkAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Post, "/federation/link", LinkAsync).WithMetadata(new NeedsFreshProof(), new CountsAsTry());
        routes.MapOwn(HttpMethods.Delete, "/federation/link", UnlinkAsync).WithMetadata(new NeedsFreshProof());
    }

    private static Task<IResult> StartSessionAsync(SignInDesk desk, Providers providers, CancellationToken cancellationToken) =>
        StartAsync(ForSession, desk, providers, cancellationToken);

    private static Task<IResult> StartLinkAsync(SignInDesk desk, Providers providers, CancellationToken cancellationToken) =>
        StartAsync(ForLink, desk, providers, cancellationToken);

    private static async Task<IResult> StartAsync(string purpose, SignInDesk desk, Providers providers, CancellationToken cancellationToken)
    {
        var sentOff = await desk.StartAsync(providers.Citizens, purpose, cancellationToken);
        return sentOff.Accepted ? Results.Ok(sentOff.Value) : Refusals.Answer(sentOff.Refusal);
    }

    private static async Task<IResult> BeginSessionAsync(
        CameBack request, HttpContext context, SignInDesk desk, Providers providers, FederatedIdentities identities, SessionDesk sessions)
    {
        var person = await desk.CompleteAsync(providers.Citizens, ForSession, request, context);
        if (!person.Accepted)
        {
            return Refusals.Answer(person.Refusal);
        }

        using var acting = CallerContext.Become(SignInDesk.Component);
        var found = await identities.SpaceOfAsync(person.Value);
        if (!found.Accepted)
        {
            return Refusals.Answer(found.Refusal);
        }

        var begun = await sessions.SignInAsync(found.Value, Factor.Federation, context);
        return begun.Accepted
            ? Results.Ok(new FederatedTokenAnswer(begun.Value.Token, begun.Value.Expires, await providers.Citizens!.SignOutAsync(person.Value.IdToken, context.RequestAborted)))
            : Refusals.Answer(begun.Refusal);
    }

    private static async Task<IResult> LinkAsync(CameBack request, HttpContext context, SignInDesk desk, Providers providers, FederatedIdentities identities, OwnActs acts)
    {
        var person = await desk.CompleteAsync(providers.Citizens, ForLink, request, context);
        if (!person.Accepted)
        {
            return Refusals.Answer(person.Refusal);
        }

        var space = context.RequiredSession().Space;
        var linked = await identities.LinkAsync(space, person.Value);
        if (!linked.Accepted)
        {
            return Refusals.Answer(linked.Refusal);
        }

        await acts.NoteChangeAsync(space, TraceAction.ChangedSignIn);
        return Results.NoContent();
    }

    private static async Task<IResult> ShowLinkAsync(HttpContext context, AccountDirectory accounts) =>
        Results.Ok(new LinkAnswer(await accounts.Of(context.RequiredSession().Space).FederationLinkedAt()));

    private static async Task<IResult> UnlinkAsync(HttpContext context, AccountDirectory accounts, OwnActs acts)
    {
        var space = context.RequiredSession().Space;
        var unlinked = await accounts.Of(space).UnlinkFederation(new UnlinkFederation());
        if (!unlinked.Accepted)
        {
            return Refusals.Answer(unlinked.Refusal);
        }

        await acts.NoteChangeAsync(space, TraceAction.ChangedSignIn);
        return Results.NoContent();
    }

    private sealed record LinkAnswer(DateTimeOffset? LinkedAt);

    // SignOut: where to send the browser to at the end, so that the session ends at the federation too.
    private sealed record FederatedTokenAnswer(string Token, DateTimeOffset Expires, Uri? SignOut);
}
