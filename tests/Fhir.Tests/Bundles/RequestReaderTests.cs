using System.Text;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Bundles;

public sealed class RequestReaderTests
{
    public static TheoryData<string, string> Spoiled => new()
    {
        { """{"resourceType":"Bundle","type":"collection"}""", "bundle-type-unsupported" },
        { """{"resourceType":"Bundle","type":"batch"}""", "fhir-element-missing" },
        { Bundle(Entry("PATCH", "Observation/1")), "bundle-request-unsupported" },
        { Bundle(Entry("DELETE", "Observation?code=1")), "bundle-request-unsupported" },
        { Bundle(Entry("GET", "Observation")), "bundle-request-unsupported" },
        { Bundle(Entry("GET", "Patient/1")), "bundle-request-unsupported" },
        { Bundle(Entry("GET", "Observation/1/_history/1")), "bundle-request-unsupported" },
        { Bundle(Entry("GET", "/Observation/1")), "bundle-request-unsupported" },
        { Bundle(Entry("GET", "Observation/1", "urn:uuid:1"), Entry("GET", "Observation/2", "urn:uuid:1")), "bundle-full-url-repeated" },
        { Bundle([.. Enumerable.Range(0, 501).Select(number => Entry("GET", $"Observation/{number}"))]), "fhir-too-many-elements" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void What_is_no_list_of_requests_is_refused(string json, string code) =>
        Assert.Contains(RequestReader.Read(Read(json)).Faults, fault => fault.Code == code);

    [Fact]
    public void Entries_are_told_apart_by_what_they_ask_for()
    {
        var read = RequestReader.Read(Read(Bundle(
            Entry("GET", "Observation?patient=1&code=2"), Entry("DELETE", "Device/1"), Entry("GET", "Condition/3")))).Value!;

        Assert.Equal([RequestedAction.Read, RequestedAction.Delete, RequestedAction.Read], read.Select(entry => entry.Action));
        Assert.Equal(["patient=1&code=2", "", ""], read.Select(entry => entry.Query));
        Assert.Equal([null, "1", "3"], read.Select(entry => entry.Id));
        Assert.Equal("Bundle.entry[1]", read[1].Place);
    }

    private static FhirNode Read(string json) => FhirResource.FromJson(Encoding.UTF8.GetBytes(json)).Value!.Root;

    private static string Bundle(params string[] entries) => $$"""{"resourceType":"Bundle","type":"batch","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string method, string url, string? fullUrl = null)
    {
        var name = fullUrl is null ? "" : $"\"fullUrl\":\"{fullUrl}\",";
        return $$"""{ {{name}}"request":{"method":"{{method}}","url":"{{url}}"} }""";
    }
}
