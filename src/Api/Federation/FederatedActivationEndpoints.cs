using System.Security.Cryptography;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Federation;

/// <summary>
/// Activation by a federated identity in place of the letter's code: the matricule and the card find a person, the pivot identity proves it.
/// </summary>
internal static class FederatedActivationEndpoints
{
    private const string ForActivation = "activation";

    public static void MapFederatedActivation(this CitizenRoutes routes)
    {
        routes.MapOpen("/federation/activation/start", StartActivationAsync);
        routes.MapTry("/federation/activation/verify", VerifyActivationAsync);
    }

    private static async Task<IResult> StartActivationAsync(SignInDesk desk, Providers providers, CancellationToken cancellationToken)
    {
        var sentOff = await desk.StartAsync(providers.Citizens, ForActivation, cancellationToken);
        return sentOff.Accepted ? Results.Ok(sentOff.Value) : Refusals.Answer(sentOff.Refusal);
    }

    /// <summary>The answer is an attempt whose proof is made: <c>/activation/complete</c> goes on from there.</summary>
    private static async Task<IResult> VerifyActivationAsync(
        VerifyRequest request, HttpContext context, SignInDesk desk, Providers providers, PatientDirectory patients, IGrainFactory grains)
    {
        var ins = Ins.Read(InsAuthority.Nir, request.Matricule);
        if (!ins.Accepted)
        {
            return Refusals.Answer(ins.Refusal.At("matricule"));
        }

        var person = await desk.CompleteAsync(providers.Citizens, ForActivation, new(request.Attempt, request.Code, request.State), context);
        if (!person.Accepted)
        {
            return Refusals.Answer(person.Refusal);
        }

        using var acting = CallerContext.Become(SignInDesk.Component);
        var key = await patients.KeyOf(ins.Value);
        var found = await patients.FindAlikeAsync(key);

        // Nobody there, another card, another person: the same words.
        if (!found.Accepted || found.Value.Sheet.CardSerial is null || found.Value.Sheet.CardSerial != request.CardSerial
            || PivotReading.Read(person.Value.Claims)?.IsOf(found.Value.Sheet) is not true)
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        var attempt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var activation = grains.GetGrain<IActivationGrain>(attempt);
        await activation.Begin(key, found.Value);
        await activation.Prove();
        return Results.Ok(new AttemptAnswer(attempt));
    }

    private sealed record VerifyRequest(string? Attempt, string? Code, string? State, string? Matricule, string? CardSerial);

    private sealed record AttemptAnswer(string Attempt);
}
