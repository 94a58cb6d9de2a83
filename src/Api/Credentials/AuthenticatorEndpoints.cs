using System.Security.Cryptography;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Api.Credentials;

/// <summary>The authenticator app: its secret, shown once; a code of it, which takes it into use; its removal. And recovery codes.</summary>
internal static class AuthenticatorEndpoints
{
    // The label names nobody: it stands on a screen that others see.
    private const string Label = "Espace%20sant%C3%A9";

    public static void MapAuthenticator(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Post, "/account/authenticator", OfferAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Post, "/account/authenticator/confirm", ConfirmAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Delete, "/account/authenticator", RemoveAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Post, "/account/recovery-codes", IssueCodesAsync).WithMetadata(new NeedsFreshProof());
    }

    private static async Task<IResult> OfferAsync(HttpContext context, AccountDirectory accounts)
    {
        var secret = Authenticator.SecretOf(RandomNumberGenerator.GetBytes(Authenticator.SecretLength));
        var offered = await accounts.Of(context.RequiredSession().Space).OfferAuthenticator(new OfferAuthenticator(secret));
        return offered.Accepted ? Results.Ok(new OfferAnswer(secret, $"otpauth://totp/{Label}?secret={secret}&issuer={Label}")) : Refusals.Answer(offered.Refusal);
    }

    private static async Task<IResult> ConfirmAsync(ConfirmRequest request, HttpContext context, AccountDirectory accounts, OwnActs acts)
    {
        var space = context.RequiredSession().Space;
        var confirmed = await accounts.Of(space).ConfirmAuthenticator(new ConfirmAuthenticator(request.Code?.Trim() ?? ""));

        // Who confirms is signed in: a wrong code is a mistake to mend, not a door to keep shut.
        return confirmed.Refusal == SignInRefusals.Refused ? Refusals.Answer(AccountRefusals.AuthenticatorCodeWrong.At("code"))
            : await AnswerAsync(confirmed, space, acts);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, AccountDirectory accounts, OwnActs acts)
    {
        var space = context.RequiredSession().Space;
        return await AnswerAsync(await accounts.Of(space).RemoveAuthenticator(), space, acts);
    }

    private static async Task<IResult> IssueCodesAsync(HttpContext context, AccountDirectory accounts, RecoveryCodes recovery, OwnActs acts)
    {
        var space = context.RequiredSession().Space;
        var (issued, digests) = await recovery.NewAsync(IssueRecoveryCodes.Count);
        var done = await accounts.Of(space).IssueRecoveryCodes(new IssueRecoveryCodes(digests.ToValueList()));
        if (!done.Accepted)
        {
            return Refusals.Answer(done.Refusal);
        }

        await acts.NoteChangeAsync(space, TraceAction.ChangedSignIn);
        return Results.Ok(new CodesAnswer(issued));
    }

    private static async Task<IResult> AnswerAsync(Outcome<Done> changed, SpaceId space, OwnActs acts)
    {
        if (!changed.Accepted)
        {
            return Refusals.Answer(changed.Refusal);
        }

        await acts.NoteChangeAsync(space, TraceAction.ChangedSignIn);
        return Results.NoContent();
    }

    private sealed record OfferAnswer(string Secret, string Uri);

    private sealed record ConfirmRequest(string? Code);

    private sealed record CodesAnswer(string[] Codes);
}
