using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Journals;
using static MonEspaceSante.Api.Privacy.PrivacyEndpoints;

namespace MonEspaceSante.Api.Privacy;

/// <summary>The holder names administrator doctors, a referent midwife, a correspondent pharmacist, and takes these roles back.</summary>
internal static class RoleEndpoints
{
    public static void MapRoles(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Post, "/privacy/roles", AppointAsync);
        routes.Map(HttpMethods.Post, "/privacy/roles/end", EndAsync);
    }

    private static async Task<IResult> AppointAsync(HttpContext context, RoleRequest request, IGrainFactory grains) =>
        !SubjectRequest.TryReadProfessional(request.Professional, out var professional)
            ? Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("professional"))
            : Answer(await Space(context, grains).Appoint(Envelope.Once(), new(request.Role, professional, request.Name ?? "")), appointed => appointed);

    private static async Task<IResult> EndAsync(HttpContext context, RoleRequest request, IGrainFactory grains) =>
        !SubjectRequest.TryReadProfessional(request.Professional, out var professional)
            ? Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("professional"))
            : Answer(await Space(context, grains).EndAppointment(Envelope.Once(), new(request.Role, professional)));

    private sealed record RoleRequest(NamedRole Role, string Professional, string? Name = null);
}
