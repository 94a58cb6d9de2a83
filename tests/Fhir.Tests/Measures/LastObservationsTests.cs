using System.Text;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Measures;

public class LastObservationsTests
{
    [Theory]
    [InlineData(1, "c a e")]
    [InlineData(2, "c d a b e")]
    [InlineData(9, "c d a b e")]
    public void Of_each_code_the_latest_are_given(int most, string ids) => Assert.Equal(ids, Last(most,
        Observation("a", "29463-7", "2026-06-02"), Observation("b", "29463-7", "2026-06-01"), Observation("c", "9843-4", "2026-06-03"),
        Observation("d", "8287-5", "2026-05-01"), Observation("e", "1-8", null)));

    [Fact]
    public void Those_that_share_the_last_time_come_along() => Assert.Equal("a b", Last(1,
        Observation("a", "29463-7", "2026-06-02T08:00:00Z"), Observation("b", "29463-7", "2026-06-02T10:00:00+02:00"), Observation("c", "29463-7", "2026-06-01")));

    private static string Last(int most, params FhirResource[] observations) =>
        string.Join(' ', new LastObservations(new ObservationReader(MeasureSample.Table)).Of(observations.Select(observation => observation.Root), most).Select(observation => observation["id"].Text));

    private static FhirResource Observation(string id, string code, string? at) => FhirResource.FromJson(Encoding.UTF8.GetBytes(
        $$"""{ "resourceType": "Observation", "id": "{{id}}", "status": "final", "code": { "coding": [{ "system": "http://loinc.org", "code": "{{code}}" }] }{{(at is null ? "" : $", \"effectiveDateTime\": \"{at}\"")}} }""")).Value!;
}
