using System.Text;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Tests.Model;

public sealed class FhirNodeTests
{
    private const string Observation = """
        {
          "id": "o1", "status": "final",
          "code": { "coding": [{ "system": "http://loinc.org", "code": "8480-6" }, { "code": "a\u0062" }] },
          "contained": [{ "id": "p", "birthDate": "1950-02", "resourceType": "Patient", "name": [{ "_given": [{ "id": "g" }, null], "given": [null, "Ana"] }] }],
          "component": [
            { "code": { "text": "x" }, "valueString": "one" },
            { "code": { "text": "y" }, "valueQuantity": { "value": 1.10, "unit": "mm" } }
          ],
          "_status": { "extension": [{ "url": "http://example.org/e", "valueBoolean": true }] },
          "resourceType": "Observation"
        }
        """;

    private static readonly FhirNode Root = Read(Observation).Root;

    [Fact]
    public void Elements_are_found_by_name_and_choices_by_either_name()
    {
        Assert.Equal("final", Root["status"].Text);
        Assert.Equal("one", Root["component"]["value"].Text);
        var quantity = Root.Each("component").Last()["valueQuantity"];
        Assert.Equal("Quantity", quantity.Type!.Name);
        Assert.Equal(1.10m, quantity["value"].Number);
        Assert.Equal("1.10", quantity["value"].Text);
        Assert.False(Root["component"]["valueQuantity"].Exists);
    }

    [Fact]
    public void A_path_is_FHIRPath()
    {
        Assert.Equal("Observation.component[1].value.unit", Root.Each("component").Last()["value"]["unit"].Path);
        Assert.Equal("Observation.status.extension[0].value", Root["status"]["extension"]["value"].Path);
        Assert.Equal("Observation.contained[0].name[0].given[1]", Root["contained"]["name"].Each("given").Last().Path);
        Assert.Equal("Observation.subject.reference", Root["subject"]["reference"].Path);
    }

    [Fact]
    public void The_two_halves_of_a_primitive_are_one_element_in_either_order()
    {
        var given = Root["contained"]["name"].Each("given").ToList();
        Assert.Equal(2, given.Count);
        Assert.Equal((false, "g"), (given[0].HasValue, given[0]["id"].Text));
        Assert.Equal((true, "Ana"), (given[1].HasValue, given[1].Text));
        Assert.Equal([0, 1], given.Select(name => name.Index));
        Assert.True(Root["status"]["extension"]["valueBoolean"].Flag);
    }

    [Fact]
    public void A_resource_inside_knows_its_type_and_its_children_know_it()
    {
        var patient = Root["contained"];
        Assert.Equal("Patient", patient.Type!.Name);
        Assert.Equal(patient, patient["name"]["given"].Resource);
        Assert.Equal(Root, patient.Parent);
        Assert.True(patient.Type.Is(R4.Type("DomainResource")));
    }

    [Fact]
    public void What_does_not_exist_may_be_asked_everything()
    {
        foreach (var node in new[] { default, Root["nothing"]["at"]["all"] })
        {
            Assert.False(node.Exists || node.HasValue);
            Assert.Empty(node.Children());
            Assert.Empty(node.Each("x"));
            Assert.True(node is { Text: null, Number: null, Flag: null, Type: null, Schema: null, Index: -1, Name: "" } && node.Raw.IsEmpty);
            Assert.False(node.Parent.Exists || node["x"].Exists || node.Resource.Exists);
        }
    }

    [Fact]
    public void The_JSON_is_what_was_read_without_blanks()
    {
        Assert.Equal("""{"value":1.10,"unit":"mm"}""", Encoding.UTF8.GetString(Root.Each("component").Last()["value"].Raw));
        Assert.Equal("ab", Root["code"].Each("coding").Last()["code"].Text);
    }

    private static FhirResource Read(string json)
    {
        var read = FhirResource.FromJson(Encoding.UTF8.GetBytes(json));
        Assert.Empty(read.Faults);
        return read.Value!;
    }
}
