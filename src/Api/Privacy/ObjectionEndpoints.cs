using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Journals;
using static MonEspaceSante.Api.Privacy.PrivacyEndpoints;

namespace MonEspaceSante.Api.Privacy;

/// <summary>The holder objects, on a legitimate ground, to what somebody adds to the record (R. 1111-47), and objects no longer.</summary>
internal static class ObjectionEndpoints
{
    public static void MapObjections(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Post, "/privacy/objections", ObjectAsync);
        routes.Map(HttpMethods.Post, "/privacy/objections/lift", LiftAsync);
    }

    private static async Task<IResult> ObjectAsync(HttpContext context, ObjectionRequest request, IGrainFactory grains) =>
        !request.Whom.TryRead(out var subject) ? Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("professional"))
        : Answer(await Space(context, grains).ObjectToFeeding(Envelope.Once(), new(subject, request.Ground)), objection => objection);

    private static async Task<IResult> LiftAsync(HttpContext context, SubjectRequest request, IGrainFactory grains) =>
        !request.TryRead(out var subject) ? Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("professional"))
        : Answer(await Space(context, grains).LiftFeedingObjection(Envelope.Once(), new(subject)));

    private sealed record ObjectionRequest(string Ground, string? Professional = null, string? Structure = null)
    {
        public SubjectRequest Whom => new(Professional, Structure);
    }
}
