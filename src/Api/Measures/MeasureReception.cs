using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Api.Measures;

/// <summary>What is asked of measures beyond the rules of any resource, before they are written.</summary>
internal sealed class MeasureReception(MeasureTable measures, ObservationReader observations, MeasureTransactionReader transactions, TimeProvider time)
{
    /// <summary>Why <paramref name="resource"/> cannot be written: the body mass index is computed, never written.</summary>
    public Refusal? Fault(FhirResource resource) =>
        resource.Type is "Observation" && observations.KindOf(resource.Root) is { Computed: true } ? MeasureRefusals.Computed.At(resource.Root["code"].Path) : null;

    /// <summary>All that is wrong with a transaction that brings a measure (MES API Mesures 1.5.2); nothing with one that brings none.</summary>
    public IReadOnlyList<Refusal> Faults(FhirResource bundle) => BringsMeasure(bundle.Root) ? transactions.Read(bundle, null, time.GetUtcNow()).Faults : [];

    // By the profile that it claims, which the API of MES requires: without one it is a transaction like others.
    private bool BringsMeasure(FhirNode bundle) => bundle["type"].Text is "transaction"
        && bundle.Each("entry").Select(entry => entry["resource"]).Any(resource => resource.Type?.Name is "Observation"
            && resource["meta"].Each("profile").Any(profile => profile.Text is { } canonical && measures.OfProfile(canonical).Any()));
}
