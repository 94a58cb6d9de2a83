using MonEspaceSante.Api.Activation;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Credentials;

/// <summary>
/// Getting back into an account: the proof of an activation (traits, then the provisional code of a letter: <c>/activation/start</c> and
/// <c>/activation/verify</c>), then a code sent to a contact that was not changed lately, then another password. Lifts a lock; ends every session.
/// </summary>
internal static class RecoveryEndpoints
{
    // The question for a code, and the code.
    private const int TriesOfARecovery = 2;

    private static readonly Caller Component = new Caller.Platform("recovery");

    public static void MapRecovery(this CitizenRoutes routes)
    {
        routes.MapTry("/account/recovery/start", StartAsync);
        routes.MapTry("/account/recovery/complete", CompleteAsync);
    }

    private static async Task<IResult> StartAsync(StartRequest request, AccountDirectory accounts, OneTimeCodes codes, ActivationDesk activations)
    {
        using var acting = CallerContext.Become(Component);
        if (await ProvenAsync(request.Attempt, activations) is not { Person: { } person })
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var (code, digest) = await codes.NewAsync(request.Attempt!);
        var asked = await accounts.Of(person.Space).AskForRecoveryCode(new AskForRecoveryCode(request.Attempt!, digest, request.Channel));
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        await codes.SendAsync(asked.Value, code);
        return Results.Ok(new AttemptAnswer(request.Attempt!));
    }

    private static async Task<IResult> CompleteAsync(
        CompleteRequest request, HttpContext context, TryGate gate, AccountDirectory accounts, Passwords passwords, OneTimeCodes codes, OwnActs acts,
        ActivationDesk activations, IGrainFactory grains)
    {
        using var acting = CallerContext.Become(Component);
        if (await ProvenAsync(request.Attempt, activations) is not { Person: { } person } attempt)
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        if (PasswordRules.Fault(request.Password, "", person.Sheet) is { } fault)
        {
            return Refusals.Answer(fault.At("password"));
        }

        var code = await codes.EvidenceAsync(request.Attempt!, request.Code);
        var recovered = await accounts.Of(person.Space).Recover(new Recover(code, passwords.Hash(request.Password!)));
        if (!recovered.Accepted)
        {
            return Refusals.Answer(recovered.Refusal);
        }

        await acts.NoteChangeAsync(person.Space, TraceAction.RecoveredAccount);
        await grains.GetGrain<ILoginGuardGrain>(attempt.Key.Bucket).SpendCode(new SpendCode(attempt.Key));
        await activations.Find(request.Attempt)!.End();
        await gate.OpenedAsync(context, TriesOfARecovery);
        return Results.NoContent();
    }

    private static async Task<ActivationAttempt?> ProvenAsync(string? attempt, ActivationDesk activations) =>
        await activations.CurrentAsync(attempt) is { Accepted: true, Value: { Proven: true, Person: not null } proven } ? proven : null;

    private sealed record StartRequest(string? Attempt, ContactKind Channel = ContactKind.Email);

    private sealed record CompleteRequest(string? Attempt, string? Code, string? Password);
}
