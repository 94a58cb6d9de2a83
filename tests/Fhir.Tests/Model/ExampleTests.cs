using System.Text.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Model;

/// <summary>All JSON examples that HL7 publishes with R4, definitions included: some 5,300 resources, 190 MB.</summary>
public sealed class ExampleTests
{
    // Examples that are no R4 themselves, and why.
    private static readonly Dictionary<string, string> Wrong = new(StringComparer.Ordinal)
    {
        ["SearchParameter-questionnaireresponse-extensions-QuestionnaireResponse-item-subject.json"] = "Its id has 71 characters, R4 allows 64.",
    };

    // Beyond the 20 million characters that XML may have here.
    private static readonly string[] TooLong = ["Bundle-resources.json"];

    [SkippableFact]
    public void Every_example_of_HL7_is_read_without_a_fault()
    {
        var refused = Hl7Examples.Files().Where(file => !FhirResource.FromJson(File.ReadAllBytes(file)).Accepted).Select(Path.GetFileName);

        Assert.Equal(Wrong.Keys.Order(), refused.ToList());
    }

    [SkippableFact]
    public void Every_example_is_the_same_JSON_after_reading()
    {
        foreach (var (file, resource) in Resources())
        {
            using var before = JsonDocument.Parse(File.ReadAllBytes(file));
            using var after = JsonDocument.Parse(resource.Json);
            Assert.True(IsSame(before.RootElement, after.RootElement), file);
            Assert.False(resource.Json.Span.Contains((byte)0x0A), file);
        }
    }

    [SkippableFact]
    public void Every_example_is_the_same_JSON_after_a_way_through_XML()
    {
        foreach (var (file, resource) in Resources().Where(example => !TooLong.Contains(Path.GetFileName(example.File))))
        {
            var read = FhirResource.FromXml(resource.ToXml());
            Assert.True(read.Accepted, $"{file}: {string.Join(", ", read.Faults.Select(fault => $"{fault.Code} {fault.Expression}"))}");

            using var before = JsonDocument.Parse(resource.Json);
            using var after = JsonDocument.Parse(read.Value.Json);
            Assert.True(IsSame(before.RootElement, after.RootElement), file);
        }
    }

    private static IEnumerable<(string File, FhirResource Resource)> Resources() =>
        Hl7Examples.Files().Where(file => !Wrong.ContainsKey(Path.GetFileName(file)))
            .Select(file => (file, FhirResource.FromJson(File.ReadAllBytes(file)).Value!));

    // Equal as values, except numbers, which are equal digit for digit.
    private static bool IsSame(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => left.GetPropertyCount() == right.GetPropertyCount()
            && left.EnumerateObject().All(property => right.TryGetProperty(property.Name, out var other) && IsSame(property.Value, other)),
        (JsonValueKind.Array, JsonValueKind.Array) => left.GetArrayLength() == right.GetArrayLength()
            && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => IsSame(pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetRawText() == right.GetRawText(),
        (JsonValueKind.String, JsonValueKind.String) => left.ValueEquals(right.GetString()),
        var (one, other) => one == other,
    };
}
