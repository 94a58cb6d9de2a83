using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Api.Sessions;

/// <summary>Who is signed in proves once more who they are, and goes on under a new token: routes that ask for a fresh proof are open to them for five minutes.</summary>
internal static class ProofEndpoints
{
    public static void MapProofs(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Post, "/session/proof", ProveAsync).WithMetadata(new CountsAsTry());
        routes.MapOwn(HttpMethods.Post, "/session/proof/code", SendCodeAsync);
    }

    private static async Task<IResult> ProveAsync(
        ProofRequest request, HttpContext context, TryGate gate, AccountDirectory accounts, EvidenceDesk evidence, SessionDesk desk)
    {
        var session = context.RequiredSession();
        var account = accounts.Of(session.Space);
        if (await evidence.OfProofAsync(request, session.Space, context) is not { } brought)
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var (token, key) = SessionDesk.NewToken();
        var proven = await account.Prove(new Prove(session.Id, brought, key));
        if (!proven.Accepted)
        {
            return Refusals.Answer(proven.Refusal);
        }

        await gate.OpenedAsync(context, 1);
        return Results.Ok(await desk.RenewAsync(context, token));
    }

    private static async Task<IResult> SendCodeAsync(ProofCodeRequest request, HttpContext context, AccountDirectory accounts, OneTimeCodes codes)
    {
        var attempt = Attempt.New();
        var (code, digest) = await codes.NewAsync(attempt);
        var asked = await accounts.Of(context.RequiredSession().Space).AskForProofCode(new AskForProofCode(attempt, digest, request.Channel));
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        await codes.SendAsync(asked.Value, code);
        return Results.Ok(new AttemptAnswer(attempt));
    }

    private sealed record ProofCodeRequest(ContactKind Channel = ContactKind.Email);
}
