using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Profiles;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Reads an Observation as a measure of the space.</summary>
/// <param name="measures">The measures of the space.</param>
public sealed class ObservationReader(MeasureTable measures)
{
    private const string Reason = "reason-for-measurement";
    private const string Moment = "moment-of-measurement";
    private const string Days = "number-of-days";

    /// <summary>What <paramref name="observation"/> says was measured; its rules are not looked at. <see langword="null"/> where it is no measure of the space, or not at a known time.</summary>
    /// <param name="observation">The Observation.</param>
    /// <param name="byConnectedObject">Whether a connected object measured, where the sender knows.</param>
    public Measurement? Read(FhirNode observation, bool byConnectedObject = false)
    {
        if (KindOf(observation) is not { } kind || FhirTime.Read(observation["effectiveDateTime"].Text) is not { } time)
        {
            return null;
        }

        return new(
            kind, [.. Values(observation, kind).OfType<MeasuredValue>()], time.First, CodeOf(MeasureExtensions.Find(observation, Moment)), CodeOf(MeasureExtensions.Find(observation, Days)),
            MeasureExtensions.Find(observation, Reason)["valueString"].Text, byConnectedObject, observation["device"]["reference"].Exists || observation["device"]["identifier"].Exists);
    }

    /// <summary>All that is wrong with the measure that <paramref name="observation"/> is, each with its FHIRPath: <see cref="MeasureRefusals"/>.</summary>
    /// <param name="observation">The Observation.</param>
    /// <param name="byHolder">Whether the holder writes it by hand.</param>
    /// <param name="byConnectedObject">Whether a connected object measured.</param>
    /// <param name="now">The time it is now.</param>
    public IReadOnlyList<Refusal> Faults(FhirNode observation, bool byHolder, bool byConnectedObject, DateTimeOffset now)
    {
        if (KindOf(observation) is not { } kind)
        {
            return [MeasureRefusals.CodeUnknown.At(observation["code"].Path)];
        }

        if (kind.Computed)
        {
            return [MeasureRefusals.Computed.At(observation["code"].Path)];
        }

        // Of blood pressure, the parts are the values (guide "Mesures de santé": value[x] 0..0).
        if (kind.Components.Count > 0 && observation["value"] is { Exists: true } value)
        {
            return [MeasureProfileRefusals.ValueForbidden.At(value.Path)];
        }

        return Read(observation, byConnectedObject) is { } taken
            ? [.. MeasureRules.Faults(taken, byHolder, now).Select(fault => fault.At(PathOf(fault.Expression!, observation, kind)))]
            : [MeasureProfileRefusals.DateWrong.At(observation["effectiveDateTime"] is { Exists: true } time ? time.Path : $"{observation.Path}.effective")];
    }

    /// <summary>The measure that <paramref name="observation"/> is of; <see langword="null"/> where it is none of the space.</summary>
    public Measure? KindOf(FhirNode observation) =>
        observation["code"].Each("coding").Select(coding => measures.Find(coding["system"].Text, coding["code"].Text)).FirstOrDefault(kind => kind is not null);

    private static IEnumerable<MeasuredValue?> Values(FhirNode observation, Measure kind) => kind.Components.Count == 0
        ? [Value(observation, kind)]
        : kind.Components.Select(part => Value(Component(observation, part), part));

    private static MeasuredValue? Value(FhirNode holder, Measure part)
    {
        var quantity = holder["valueQuantity"];
        // A unit of another system than UCUM is none that is known; "less than" is no value.
        return quantity["value"].Number is { } number && !quantity["comparator"].Exists
            ? new(part, number, quantity["system"].Text is "http://unitsofmeasure.org" ? quantity["code"].Text : null)
            : null;
    }

    private static FhirNode Component(FhirNode observation, Measure part) => observation.Each("component").FirstOrDefault(
        component => component["code"].Each("coding").Any(coding => part.IsNamedBy(coding["system"].Text, coding["code"].Text)));

    private static string? CodeOf(FhirNode extension)
    {
        var concept = extension["valueCodeableConcept"];
        return concept["coding"]["code"].Text ?? concept["text"].Text;
    }

    private static string PathOf(string part, FhirNode observation, Measure kind) => part switch
    {
        "value" => $"{observation.Path}.value",
        "at" => observation["effectiveDateTime"].Path,
        "device" => $"{observation.Path}.device",
        "moment" => MeasureExtensions.Find(observation, Moment) is { Exists: true } moment ? moment.Path : $"{observation.Path}.extension",
        "days" => MeasureExtensions.Find(observation, Days) is { Exists: true } days ? days.Path : $"{observation.Path}.extension",
        "comment" => MeasureExtensions.Find(observation, Reason).Path,
        _ => Component(observation, kind.Components.First(component => component.Name == part)) is { Exists: true } component ? component.Path : $"{observation.Path}.component",
    };
}
