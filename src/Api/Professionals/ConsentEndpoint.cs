using MonEspaceSante.Api.Documents;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Privacy;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Professionals;

/// <summary>
/// A member of the care team, who has informed the patient, records their consent to a colleague's consulting the record (L. 1111-17 II, R. 1111-46).
/// </summary>
/// <remarks>
/// Whoever may not is told the same, whether the patient is unknown, has blocked them, or never knew them: nothing is learnt by trying, and tries
/// count as refusals do.
/// </remarks>
internal static class ConsentEndpoint
{
    public static void MapCollectedConsents(this ProfessionalRoutes routes) => routes.Map(HttpMethods.Post, "/professional/consents", CollectAsync);

    private static async Task<IResult> CollectAsync(
        HttpContext context, ConsentRequest request, PatientDirectory patients, QuotaDesk quotas, IGrainFactory grains)
    {
        var caller = context.RequiredCaller();
        var patient = Ins.Read(request.System, request.Matricule);
        if (!patient.Accepted)
        {
            return Refusals.Answer(patient.Refusal.At("matricule"));
        }

        if (!SubjectRequest.TryReadProfessional(request.Colleague, out var colleague))
        {
            return Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("colleague"));
        }

        var person = await patients.FindAsync(patient.Value);
        var collected = person.Accepted ? await CollectInAsync(caller, person.Value, new(colleague, request.Name ?? ""), quotas, grains) : AccessRefusals.NotOfTheTeam;
        return PrivacyEndpoints.Answer(collected);
    }

    private static async Task<Outcome<Done>> CollectInAsync(
        Caller caller, EnrolledPerson person, CollectConsent command, QuotaDesk quotas, IGrainFactory grains)
    {
        var allowed = await quotas.ReadAsync(caller, person.Space, AccessContext.Ordinary);
        if (!allowed.Accepted)
        {
            return allowed;
        }

        var collected = await grains.GetGrain<ISpaceGrain>(person.Space.Value).CollectConsent(Envelope.Once(), command);
        if (!collected.Accepted)
        {
            await quotas.RefusedAsync(caller);
        }

        return collected;
    }

    // System is the authority that gave the matricule, as FHIR names it (urn:oid:1.2.250.1.213.1.4.8); the colleague, an RPPS number or idNat_PS.
    private sealed record ConsentRequest(string System, string Matricule, string Colleague, string? Name = null);
}
