using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Measures;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Api.Resources;

/// <summary>A resource that has come in, and what is known of how.</summary>
/// <param name="Resource">What was sent.</param>
/// <param name="Draft">What is to be kept of it.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Access">In which circumstances it is sent.</param>
/// <param name="Envelope">What its command travels with.</param>
internal sealed record ArrivedResource(FhirResource Resource, ResourceDraft Draft, EnrolledPerson Person, AccessContext Access, Envelope Envelope);

/// <summary>Takes in the resource of a request: its form, its rules, its patient.</summary>
internal sealed class ResourceReception(PatientDirectory patients, MeasureReception measures)
{
    /// <summary>The resource of the type <paramref name="type"/> in the body, or all that is wrong with it.</summary>
    public async Task<FhirReading<ArrivedResource>> ReceiveAsync(HttpContext context, string type)
    {
        var caller = context.RequiredCaller();
        var access = AccessHeaders.Read(context.Request);
        if (!access.Accepted)
        {
            return new(null, [access.Refusal]);
        }

        var received = await FhirBodies.ReadAsync(context, BodyLimits.Resource);
        if (!received.Accepted)
        {
            return new(null, received.Faults);
        }

        var resource = received.Value.Resource;
        var kept = KeptType.Of(type)!;
        var read = ResourceReader.Read(resource, kept);
        if (!read.Accepted)
        {
            return new(null, read.Faults);
        }

        if (measures.Fault(resource) is { } computed)
        {
            return new(null, [computed]);
        }

        var person = await patients.FindAsync(read.Value.Patient, $"{type}.{kept.Patient}", caller);
        var envelope = Idempotency.Envelope(context, caller, received.Value.Sent.Span);
        var body = KeptBody.Of(resource);
        return (person.Refusal ?? envelope.Refusal ?? body.Refusal) is { } refusal
            ? new(null, [refusal])
            : new(
                new(resource, new(type, body.Value, SearchIndexer.Index(resource, person.Value!.Space)), person.Value, access.Value, envelope.Value!), []);
    }

    /// <summary>The condition that <paramref name="query"/> says, in the space of who is named.</summary>
    public static Outcome<ValueList<Clause>> Condition(string type, string query, SpaceId space)
    {
        var condition = SearchParser.ReadCondition(SearchableType.Of(type), RequestParameters.Parse(query), space);

        // Without a condition everything would match.
        return condition.Value is { Count: 0 } ? SearchFaults.ParameterInvalid.At("If-None-Exist") : condition;
    }
}
