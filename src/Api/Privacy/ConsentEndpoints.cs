using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Consents;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Privacy;

/// <summary>
/// Authorisations, blocks and choices for emergencies as Consents: created, read, searched and updated by the holder and who represents them. Who works
/// with patients is told nothing: a restriction is not theirs to know (EHDS, art. 8).
/// </summary>
internal static class ConsentEndpoints
{
    private const string Type = "Consent";

    public static void MapConsents(this FhirRoutes fhir)
    {
        fhir.Map(new(Type, "create"), "/Consent", CreateAsync);
        fhir.Map(new(Type, "read"), "/Consent/{id}", ReadAsync);
        fhir.Map(new(Type, "update"), "/Consent/{id}", UpdateAsync);
        fhir.Map(new(Type, "search-type", [new DeclaredSearchParameter("patient", "reference"), new("status", "token")]), "/Consent", SearchAsync);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, PatientDirectory patients, ConsentDesk desk)
    {
        var arrived = await ReceiveAsync(context, patients);
        if (!arrived.Accepted)
        {
            return Refusals.Answer(arrived.Faults);
        }

        var (space, wanted, sent) = arrived.Value;
        var envelope = Idempotency.Envelope(context, context.RequiredCaller(), sent.Sent.Span);
        if (!envelope.Accepted)
        {
            return Refusals.Answer(envelope.Refusal);
        }

        var created = await desk.CreateAsync(space, envelope.Value, wanted);
        return created.Accepted
            ? FhirResults.Resource(
                json => ConsentWriter.Write(json, created.Value, space), StatusCodes.Status201Created,
                location: $"{FhirRoutes.BaseOf(context)}/{Type}/{new ResourceId(space, created.Value.Id)}")
            : Refusals.Answer(created.Refusal);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, ConsentDesk desk)
    {
        var own = Own(context, id);
        if (!own.Accepted)
        {
            return Refusals.Answer(own.Refusal);
        }

        var found = await desk.FindAsync(own.Value.Space, own.Value.Thing);
        return Shown(found, own.Value.Space);
    }

    private static async Task<IResult> UpdateAsync(HttpContext context, string id, PatientDirectory patients, ConsentDesk desk)
    {
        var (own, arrived) = (Own(context, id), await ReceiveAsync(context, patients));
        if (!own.Accepted || !arrived.Accepted)
        {
            return Refusals.Answer(own.Accepted ? arrived.Faults : [own.Refusal]);
        }

        return arrived.Value.Sent.Resource.Root["id"].Text != id
            ? Refusals.Answer(ResourceFaults.IdDiffers.At($"{Type}.id"))
            : Shown(await desk.UpdateAsync(own.Value.Space, own.Value.Thing, arrived.Value.Wanted), own.Value.Space);
    }

    private static async Task<IResult> SearchAsync(HttpContext context, PatientDirectory patients, ConsentDesk desk)
    {
        var query = FhirQuery.Read(context.Request, "patient", "patient.identifier", "status", "_total");
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        if (context.RequiredCaller() is not { SpaceActedIn: { } space } caller)
        {
            return Refusals.Answer(SpaceRefusals.OnlyTheHolder);
        }

        var named = RequestParameters.Of(context).Where(parameter => PatientParameter.IsOne(parameter.Key)).ToList();
        var asked = named.Count == 0 ? space : await patients.SpaceOfAsync(named, caller);
        var all = asked.Accepted ? await desk.AllAsync(asked.Value) : asked.Refusal;
        if (!all.Accepted)
        {
            return Refusals.Answer(all.Refusal);
        }

        var statuses = query.Value.Codes("status");
        var entries = all.Value.Where(consent => statuses is null || statuses.Contains(consent.Active ? "active" : "inactive"))
            .Select(consent => new SearchSetEntry(
                $"{FhirRoutes.BaseOf(context)}/{Type}/{new ResourceId(space, consent.Id)}", json => ConsentWriter.Write(json, consent, space))).ToList();
        return FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), entries.Count, entries));
    }

    private static async Task<FhirReading<Arrived>> ReceiveAsync(HttpContext context, PatientDirectory patients)
    {
        var caller = context.RequiredCaller();
        if (caller.SpaceActedIn is null)
        {
            return new(null, [SpaceRefusals.OnlyTheHolder]);
        }

        var received = await FhirBodies.ReadAsync(context, BodyLimits.Resource);
        var read = received.Accepted ? ConsentReader.Read(received.Value.Resource) : new(null, received.Faults);
        if (!read.Accepted)
        {
            return new(null, read.Faults);
        }

        var person = await patients.FindAsync(read.Value.Patient, $"{Type}.patient", caller);
        return person.Accepted ? new(new(person.Value.Space, read.Value, received.Value!), []) : new(null, [person.Refusal]);
    }

    private static Outcome<ResourceId> Own(HttpContext context, string id) =>
        context.RequiredCaller().SpaceActedIn is not { } space ? SpaceRefusals.OnlyTheHolder
        : ResourceId.TryParse(id, out var resource) && resource.Space == space ? resource
        : ConsentRefusals.Unknown;

    private static IResult Shown(Outcome<HolderConsent> consent, SpaceId space) => consent.Accepted
        ? FhirResults.Resource(json => ConsentWriter.Write(json, consent.Value, space))
        : Refusals.Answer(consent.Refusal);

    private sealed record Arrived(SpaceId Space, WantedConsent Wanted, ReceivedResource Sent);
}
