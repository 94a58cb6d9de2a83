using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Federation;

namespace MonEspaceSante.Api.Federation;

/// <summary>Sign-in of professionals on the portal: by way of Pro Santé Connect, then the exercise of this session, then an opaque token; sign-out.</summary>
internal static class ProfessionalSessionEndpoints
{
    private const string ForSession = "professional-session";

    public static void MapProfessionalSessions(this CitizenRoutes routes)
    {
        routes.MapOpen("/professional/session/start", StartAsync);
        routes.MapTry("/professional/session/exercises", OfferAsync);
        routes.MapTry("/professional/session", BeginAsync);
        routes.MapForProfessionals(HttpMethods.Get, "/professional/session", Show);
        routes.MapForProfessionals(HttpMethods.Delete, "/professional/session", EndAsync);
    }

    private static async Task<IResult> StartAsync(SignInDesk desk, Providers providers, CancellationToken cancellationToken)
    {
        var sentOff = await desk.StartAsync(providers.Professionals, ForSession, cancellationToken);
        return sentOff.Accepted ? Results.Ok(sentOff.Value) : Refusals.Answer(sentOff.Refusal);
    }

    /// <summary>Back from Pro Santé Connect: the exercises to choose from, one per session, since each sees what its profession may see.</summary>
    private static async Task<IResult> OfferAsync(
        CameBack request, HttpContext context, SignInDesk desk, Providers providers, PractisingProfessionals practising)
    {
        var person = await desk.CompleteAsync(providers.Professionals, ForSession, request, context);
        if (!person.Accepted)
        {
            return Refusals.Answer(person.Refusal);
        }

        var exercises = practising.Of(person.Value.Claims);
        if (exercises.Count == 0)
        {
            return Refusals.Answer(FederationRefusals.Refused);
        }

        using var acting = CallerContext.Become(SignInDesk.Component);
        await desk.Find(request.Attempt)!.Offer(new(exercises.ToValueList()));
        var signOut = await providers.Professionals!.SignOutAsync(person.Value.IdToken, context.RequestAborted);
        return Results.Ok(new ExercisesAnswer(request.Attempt!, [.. exercises.Select(Told)], signOut));
    }

    private static async Task<IResult> BeginAsync(ChoiceRequest request, HttpContext context, TryGate gate, SignInDesk desk, IGrainFactory grains)
    {
        using var acting = CallerContext.Become(SignInDesk.Component);
        if (desk.Find(request.Attempt) is not { } attempt)
        {
            return Refusals.Answer(FederationRefusals.Refused);
        }

        var chosen = await attempt.Choose(request.Exercise);
        if (!chosen.Accepted)
        {
            return Refusals.Answer(chosen.Refusal);
        }

        await gate.OpenedAsync(context, 1);
        var token = ProfessionalSessions.NewToken();
        return Results.Ok(new TokenAnswer(token, await ProfessionalSessions.Find(grains, token).Begin(chosen.Value)));
    }

    private static IResult Show(HttpContext context)
    {
        var professional = (Caller.Professional)context.RequiredCaller();
        return Results.Ok(new SessionAnswer(professional.Name, Told(professional)));
    }

    private static async Task<IResult> EndAsync(HttpContext context, IGrainFactory grains)
    {
        await ProfessionalSessions.Find(grains, SessionAuthentication.Token(context)!).End();
        return Results.NoContent();
    }

    private static ExerciseAnswer Told(Caller.Professional professional) =>
        new(professional.Profession, professional.Speciality, professional.Structure?.Id.Value, professional.Structure?.Name);

    private sealed record ChoiceRequest(string? Attempt, int Exercise);

    private sealed record ExerciseAnswer(string Profession, string? Speciality, string? Structure, string? StructureName);

    private sealed record ExercisesAnswer(string Attempt, IReadOnlyList<ExerciseAnswer> Exercises, Uri? SignOut);

    private sealed record SessionAnswer(string Name, ExerciseAnswer Exercise);

    private sealed record TokenAnswer(string Token, DateTimeOffset Expires);
}
