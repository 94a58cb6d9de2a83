using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>The answer of the operation <c>$lastn</c> of R4: of each code the latest Observations.</summary>
/// <remarks>Codes that name one measure are one code: 8287-5 and 9843-4 are both the head circumference.</remarks>
/// <param name="reader">Knows the measures of the space.</param>
public sealed class LastObservations(ObservationReader reader)
{
    /// <summary>The latest <paramref name="most"/> of each code of <paramref name="observations"/>, groups in the order of their latest, latest first; all that share the time of the last one counted come along (R4, $lastn).</summary>
    public IReadOnlyList<FhirNode> Of(IEnumerable<FhirNode> observations, int most)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return
        [
            .. observations.Select(observation => (Observation: observation, At: TimeOf(observation)))
                .OrderByDescending(pair => pair.At)
                .GroupBy(pair => GroupOf(pair.Observation))
                .SelectMany(group =>
                {
                    var latest = group.ToList();
                    var last = latest[Math.Min(most, latest.Count) - 1].At;
                    return latest.TakeWhile(pair => pair.At >= last);
                })
                .Select(pair => pair.Observation),
        ];
    }

    // What was taken at no known time is the oldest.
    private static DateTimeOffset TimeOf(FhirNode observation) =>
        FhirTime.Read(observation["effectiveDateTime"].Text ?? observation["effectivePeriod"]["start"].Text ?? observation["effectiveInstant"].Text)?.First ?? DateTimeOffset.MinValue;

    private string GroupOf(FhirNode observation)
    {
        var coding = observation["code"]["coding"];
        return reader.KindOf(observation)?.Name ?? (coding["code"].Text is { } code ? $"{coding["system"].Text}|{code}" : observation["code"]["text"].Text ?? "");
    }
}
