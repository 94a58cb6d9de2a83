using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Activation;

/// <summary>
/// Activation of a space: the traits find a person, the provisional code of the letter proves it, then contact, login and privacy choices.
/// The answers are the same whether the person exists, has objected, or is unknown (ASVS 6.3.8).
/// </summary>
internal static class ActivationEndpoints
{
    public static void MapActivation(this CitizenRoutes routes)
    {
        routes.MapTry("/activation/start", StartAsync);
        routes.MapOpen("/activation/code", AskForCodeAsync);
        routes.MapTry("/activation/verify", VerifyAsync);
        routes.MapOpen("/activation/contact", AskForContactCodeAsync);
        routes.MapTry("/activation/contact/verify", VerifyContactAsync);
        routes.MapOpen("/activation/login", TryLoginAsync);
        routes.MapOpen("/activation/complete", CompleteAsync);
        routes.MapTry("/opposition", OpposeAsync);
    }

    private static async Task<IResult> StartAsync(StartRequest request, ActivationDesk desk)
    {
        var ins = Ins.Read(InsAuthority.Nir, request.Matricule);
        if (!ins.Accepted)
        {
            return Refusals.Answer(ins.Refusal.At("matricule"));
        }

        var begun = await desk.BeginAsync(new(ins.Value, request.BirthDate, request.CardSerial));
        return begun.Accepted ? Results.Ok(begun.Value) : Refusals.Answer(begun.Refusal);
    }

    /// <summary>Accepted whether or not something goes out: nobody learns here who exists.</summary>
    private static async Task<IResult> AskForCodeAsync(CodeRequest request, ActivationDesk desk)
    {
        var asked = await desk.AskForCodeAsync(request.Attempt, request.Channel);
        return asked.Accepted ? Results.Accepted() : Refusals.Answer(asked.Refusal);
    }

    private static async Task<IResult> VerifyAsync(VerifyRequest request, HttpContext context, ActivationDesk desk)
    {
        var proven = await desk.ProveAsync(context, request.Attempt, request.Code);
        return proven.Accepted ? Results.Ok(new AttemptAnswer(proven.Value.Attempt)) : Refusals.Answer(proven.Refusal);
    }

    private static async Task<IResult> AskForContactCodeAsync(ContactRequest request, ContactDesk contacts)
    {
        var asked = await contacts.AskForCodeAsync(request.Attempt, request.Email);
        return asked.Accepted ? Results.Accepted() : Refusals.Answer(asked.Refusal);
    }

    private static async Task<IResult> VerifyContactAsync(VerifyRequest request, HttpContext context, TryGate gate, ContactDesk contacts)
    {
        var verified = await contacts.VerifyAsync(request.Attempt, request.Code);
        if (!verified.Accepted)
        {
            return Refusals.Answer(verified.Refusal);
        }

        await gate.OpenedAsync(context, 1);
        return Results.NoContent();
    }

    private static async Task<IResult> TryLoginAsync(LoginRequest request, LoginDesk logins)
    {
        var tried = await logins.TryAsync(request.Attempt, request.Login);
        return tried.Accepted ? Results.Ok(tried.Value) : Refusals.Answer(tried.Refusal);
    }

    private static async Task<IResult> CompleteAsync(CompleteRequest request, AccountOpening opening)
    {
        var opened = await opening.CompleteAsync(request);
        return opened.Accepted ? Results.Created((string?)null, new ActivatedAnswer(opened.Value.Value)) : Refusals.Answer(opened.Refusal);
    }

    /// <summary>Opposition by the same proof as activation; nothing is created.</summary>
    private static async Task<IResult> OpposeAsync(VerifyRequest request, HttpContext context, ActivationDesk desk, IGrainFactory grains)
    {
        var proven = await desk.ProveAsync(context, request.Attempt, request.Code);
        if (!proven.Accepted)
        {
            return Refusals.Answer(proven.Refusal);
        }

        var person = proven.Value.Person;
        using var holder = CallerContext.Become(new Caller.Holder(person.Space));
        var opposed = await grains.GetGrain<ISpaceGrain>(person.Space.Value).Oppose(Envelope.Once(), new Oppose(person.Sheet));
        return opposed.Accepted ? Results.NoContent() : Refusals.Answer(opposed.Refusal);
    }

    private sealed record StartRequest(string? Matricule, DateOnly BirthDate, string? CardSerial);

    private sealed record CodeRequest(string? Attempt, CodeChannel Channel);

    private sealed record VerifyRequest(string? Attempt, string? Code);

    private sealed record ContactRequest(string? Attempt, string? Email);

    private sealed record LoginRequest(string? Attempt, string? Login);

    private sealed record AttemptAnswer(string Attempt);

    private sealed record ActivatedAnswer(string Space);
}
