using System.Security.Cryptography;
using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Activation;

/// <summary>
/// Activation of a space: the traits find a person, the provisional code of the letter proves it, then login and privacy choices.
/// The answers are the same whether the person exists, has objected, or is unknown (ASVS 6.3.8).
/// </summary>
internal static class ActivationEndpoints
{
    // 128 bits in hexadecimal.
    private const int TokenLength = 32;

    // The traits and the code.
    private const int TriesOfAnActivation = 2;

    private static readonly Caller Component = new Caller.Platform("activation");

    public static void MapActivation(this CitizenRoutes routes)
    {
        routes.MapOpen("/activation/start", StartAsync);
        routes.MapOpen("/activation/verify", VerifyAsync);
        routes.MapOpen("/activation/complete", CompleteAsync);
        routes.MapOpen("/opposition", OpposeAsync);
    }

    private static async Task<IResult> StartAsync(StartRequest request, HttpContext context, TryGate gate, PatientDirectory patients, IGrainFactory grains)
    {
        var ins = Ins.Read(InsAuthority.Nir, request.Matricule);
        if (!ins.Accepted)
        {
            return Refusals.Answer(ins.Refusal.At("matricule"));
        }

        // Never given back here, known or not: a right code gives it back.
        var source = await gate.EnterAsync(context);
        if (!source.Accepted)
        {
            return Refusals.Answer(source.Refusal);
        }

        using var acting = CallerContext.Become(Component);
        var key = await patients.KeyOf(ins.Value);
        var found = await patients.FindAlikeAsync(key);
        var matches = found.Accepted && found.Value.Sheet.BirthDate == request.BirthDate && found.Value.Sheet.CardSerial == request.CardSerial;
        var attempt = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);

        // Who knows a number alone must not burn the code of its person.
        await grains.GetGrain<IActivationGrain>(attempt).Begin(matches ? key : key.Decoy(), matches ? found.Value : null);
        return Results.Ok(new AttemptAnswer(attempt));
    }

    private static async Task<IResult> VerifyAsync(VerifyRequest request, HttpContext context, TryGate gate, IGrainFactory grains)
    {
        var proven = await ProveAsync(request, context, gate, grains);
        return proven.Accepted ? Results.Ok(new AttemptAnswer(request.Attempt!)) : Refusals.Answer(proven.Refusal);
    }

    private static async Task<IResult> CompleteAsync(
        CompleteRequest request, PatientDirectory patients, AccountDirectory accounts, Passwords passwords, IGrainFactory grains)
    {
        using var acting = CallerContext.Become(Component);
        if (Find(request.Attempt, grains) is not { } activation || await activation.Who() is not { Accepted: true, Value: { } attempt })
        {
            return Refusals.Answer(SignInRefusals.AttemptOver);
        }

        if (attempt is not { Proven: true, Person: { } person })
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        if (CredentialRules.Fault(request.Login, request.Password, request.Email, person.Sheet) is { } fault)
        {
            return Refusals.Answer(fault);
        }

        var login = await patients.KeyOf(request.Login!);
        var registered = await grains.GetGrain<ILoginGuardGrain>(login.Bucket)
            .Register(new RegisterLogin(login, person.Space));
        if (!registered.Accepted)
        {
            return Refusals.Answer(registered.Refusal.At("login"));
        }

        await accounts.Of(person.Space).Open(new OpenAccount(login, passwords.Hash(request.Password!), request.Email!));

        // The code has proven who it is: from here the person acts as the holder.
        using var holder = CallerContext.Become(new Caller.Holder(person.Space));
        var activated = await grains.GetGrain<ISpaceGrain>(person.Space.Value).Activate(Envelope.Once(), new ActivateSpace(person.Sheet, request.Choices()));
        if (!activated.Accepted)
        {
            return Refusals.Answer(activated.Refusal);
        }

        await grains.GetGrain<INotificationsGrain>(person.Space.Value).KnowAddress(Envelope.Once(), new KnowAddress(request.Email!));

        // Spent last: a crash before leaves a letter that still opens, and the steps above change nothing the second time.
        await grains.GetGrain<ILoginGuardGrain>(attempt.Key.Bucket).SpendCode(new SpendCode(attempt.Key));
        await activation.End();
        return Results.Created((string?)null, new ActivatedAnswer(person.Space.Value));
    }

    /// <summary>Opposition by the same proof as activation; nothing is created.</summary>
    private static async Task<IResult> OpposeAsync(VerifyRequest request, HttpContext context, TryGate gate, IGrainFactory grains)
    {
        var proven = await ProveAsync(request, context, gate, grains);
        if (!proven.Accepted)
        {
            return Refusals.Answer(proven.Refusal);
        }

        using var holder = CallerContext.Become(new Caller.Holder(proven.Value.Space));
        var opposed = await grains.GetGrain<ISpaceGrain>(proven.Value.Space.Value).Oppose(Envelope.Once(), new Oppose(proven.Value.Sheet));
        return opposed.Accepted ? Results.NoContent() : Refusals.Answer(opposed.Refusal);
    }

    // The same work whether the traits found somebody or not: one try of the source, one slow digest, one event where nothing opens.
    private static async Task<Outcome<EnrolledPerson>> ProveAsync(VerifyRequest request, HttpContext context, TryGate gate, IGrainFactory grains)
    {
        var source = await gate.EnterAsync(context);
        if (!source.Accepted)
        {
            return source.Refusal;
        }

        using var acting = CallerContext.Become(Component);
        if (Find(request.Attempt, grains) is not { } activation || await activation.Who() is not { Accepted: true, Value: { } attempt })
        {
            return SignInRefusals.AttemptOver;
        }

        if (CredentialRules.ReadCode(request.Code) is not { } code)
        {
            return SignInRefusals.Refused;
        }

        var guard = grains.GetGrain<ILoginGuardGrain>(attempt.Key.Bucket);
        var digest = SlowDigest.Of(code, await guard.CodeSalt(attempt.Key) ?? SlowDigest.Decoy());
        var tried = await guard.TryCode(new TryCode(attempt.Key, digest));
        if (!tried.Accepted)
        {
            return tried.Refusal;
        }

        await activation.Prove();
        await gate.OpenedAsync(source.Value, attempt.Proven ? 1 : TriesOfAnActivation);
        return attempt.Person!;
    }

    // Only what can be a token of ours becomes the key of a grain.
    private static IActivationGrain? Find(string? token, IGrainFactory grains) =>
        token is { Length: TokenLength } && token.All(char.IsAsciiHexDigitLower) ? grains.GetGrain<IActivationGrain>(token) : null;

    private sealed record StartRequest(string? Matricule, DateOnly BirthDate, string? CardSerial);

    private sealed record VerifyRequest(string? Attempt, string? Code);

    private sealed record CompleteRequest(
        string? Attempt, string? Login, string? Password, string? Email, bool HideNewDocuments, bool RegulationCentre, bool BreakGlass, bool HiddenInEmergency)
    {
        public PrivacyChoices Choices() => new(HideNewDocuments, RegulationCentre, BreakGlass, HiddenInEmergency);
    }

    private sealed record AttemptAnswer(string Attempt);

    private sealed record ActivatedAnswer(string Space);
}
