using System.Text;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Fhir.Tests.Search;

public sealed class SearchIndexerTests
{
    private static readonly SpaceId Space = SpaceId.Parse("0123456789abcdef0123456789abcdef", null);
    private static readonly Guid Thing = Guid.Parse("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

    [Fact]
    public void A_measure_is_found_by_its_code_its_value_its_moment_and_what_it_refers_to()
    {
        var index = Index($$$"""
            {"resourceType":"Observation","id":"x","meta":{"lastUpdated":"2020-01-01T00:00:00Z","tag":[{"system":"urn:t","code":"t"}]},
             "identifier":[{"system":"urn:i","value":"1"}],"status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"29463-7","display":"Poids"}],"text":"Poids du matin"},
             "subject":{"reference":"Patient/{{{Space}}}"},"effectivePeriod":{"start":"2026-03-01T08:00:00+01:00"},
             "device":{"reference":"Device/{{{new ResourceId(Space, Thing)}}}"},"performer":[{"reference":"Practitioner/1","identifier":{"system":"urn:p","value":"2"}}],
             "valueQuantity":{"value":72.50,"unit":"kilos","system":"http://unitsofmeasure.org","code":"kg"}}
            """);

        Assert.Contains(new IndexedValue.Token("identifier", "urn:i", "1"), index);
        Assert.Contains(new IndexedValue.Token("status", null, "final"), index);
        Assert.Contains(new IndexedValue.Token("code", "http://loinc.org", "29463-7", "Poids"), index);
        Assert.Contains(new IndexedValue.Token("code", null, null, "Poids du matin"), index);
        Assert.Contains(new IndexedValue.Token("_tag", "urn:t", "t"), index);
        Assert.Contains(new IndexedValue.Moment("date", new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(1)), DateTimeOffset.MaxValue), index);
        Assert.Contains(new IndexedValue.Link("device", "Device", Thing), index);
        Assert.Contains(new IndexedValue.Link("performer", "Practitioner", null, "Practitioner/1", "urn:p", "2"), index);
        Assert.Contains(new IndexedValue.Quantity("value-quantity", 72.5m, 72.5m, "http://unitsofmeasure.org", "kg"), index);
        Assert.DoesNotContain(index, value => value.Parameter is "patient" or "subject" or "_id" or "_lastUpdated");
    }

    [Theory]
    [InlineData("<", "-79228162514264337593543950335", "5")]
    [InlineData(">=", "5", "79228162514264337593543950335")]
    public void A_comparator_opens_one_end(string comparator, string low, string high)
    {
        var index = Index($$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":5,"comparator":"{{{comparator}}}","unit":"g"}}""");
        Assert.Contains(new IndexedValue.Quantity("value-quantity", decimal.Parse(low), decimal.Parse(high), null, "g"), index);
    }

    [Fact]
    public void Every_parameter_of_every_kept_type_can_be_looked_for()
    {
        Assert.All(KeptType.All, kept =>
        {
            var type = SearchableType.Of(kept.Name);
            Assert.NotEmpty(type.Parameters);
            var resource = FhirResource.FromJson(Encoding.UTF8.GetBytes($$"""{"resourceType":"{{kept.Name}}","language":"fr"}""")).Value!;
            Assert.All(type.Parameters.Where(parameter => parameter.IsIndexed), parameter => Assert.Empty(parameter.ValuesIn(resource.Root)));
        });
        Assert.Contains("Observation:device", SearchableType.Of("Observation").Includes);
        Assert.Contains("Observation:device", SearchableType.Of("Device").ReverseIncludes);
        Assert.DoesNotContain("Observation:subject", SearchableType.Of("Observation").Includes);
    }

    private static ValueList<IndexedValue> Index(string json) => SearchIndexer.Index(FhirResource.FromJson(Encoding.UTF8.GetBytes(json)).Value!, Space).Values;
}
