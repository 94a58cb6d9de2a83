using System.Text;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Model;

public sealed class JsonFaultTests
{
    [Theory]
    [InlineData("", "fhir-json-malformed", "Resource")]
    [InlineData("[]", "fhir-json-malformed", "Resource")]
    [InlineData("""{"resourceType":"Patient"} {}""", "fhir-json-malformed", "Patient")]
    [InlineData("""{"resourceType":"Patient","active":true,}""", "fhir-json-malformed", "Patient")]
    [InlineData("""{"resourceType":"Patient" /* me */}""", "fhir-json-malformed", "Patient")]
    [InlineData("""{"resourceType":"Patient","active":""", "fhir-json-malformed", "Patient")]
    [InlineData("""{"resourceType":"Patient","language":"\uD800"}""", "fhir-json-malformed", "Patient")]
    [InlineData("""{"resourceType":"Patient","\uD800":"x"}""", "fhir-json-malformed", "Patient")]
    [InlineData("""{"active":true}""", "fhir-resource-type-wrong", "Resource")]
    [InlineData("""{"resourceType":"DomainResource"}""", "fhir-resource-type-wrong", "Resource")]
    [InlineData("""{"resourceType":"Patients"}""", "fhir-resource-type-wrong", "Resource")]
    [InlineData("""{"resourceType":["Patient"]}""", "fhir-resource-type-wrong", "Resource")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Address"}]}""", "fhir-resource-type-wrong", "Patient.contained[0]")]
    [InlineData("""{"resourceType":"Patient","resourceType":"Patient"}""", "fhir-name-repeated", "Patient.resourceType")]
    [InlineData("""{"resourceType":"Patient","resourceType":{"x":[1]},"active":true}""", "fhir-name-repeated", "Patient.resourceType")]
    [InlineData("""{"resourceType":"Patient","active":true,"active":true}""", "fhir-name-repeated", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","\u0061ctive":true,"active":true}""", "fhir-name-repeated", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","name":true,"name":[]}""", "fhir-element-shape-wrong", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2020"}""", "fhir-too-many-elements", "Patient.deceasedDateTime")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"_deceasedDateTime":{"id":"a"}}""", "fhir-too-many-elements", "Patient._deceasedDateTime")]
    [InlineData("""{"resourceType":"Patient","deceased":true}""", "fhir-element-unknown", "Patient.deceased")]
    [InlineData("""{"resourceType":"Patient","deceasedString":"x"}""", "fhir-element-unknown", "Patient.deceasedString")]
    [InlineData("""{"resourceType":"Patient","_name":[{"id":"a"}]}""", "fhir-element-unknown", "Patient._name")]
    [InlineData("""{"resourceType":"Patient","text":{"_div":{"id":"a"}}}""", "fhir-element-unknown", "Patient.text._div")]
    [InlineData("""{"resourceType":"Patient","_active":{"value":true}}""", "fhir-element-unknown", "Patient.active.value")]
    [InlineData("""{"resourceType":"Patient","name":[{"resourceType":"HumanName"}]}""", "fhir-element-unknown", "Patient.name[0].resourceType")]
    [InlineData("""{"resourceType":"Patient","_active":{}}""", "fhir-element-empty", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","active":null}""", "fhir-element-empty", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","name":null}""", "fhir-element-empty", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","name":[null]}""", "fhir-element-empty", "Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", "fhir-element-empty", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","name":[{}]}""", "fhir-element-empty", "Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["A",null]}]}""", "fhir-element-empty", "Patient.name[0].given[1]")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,null]}]}""", "fhir-element-empty", "Patient.name[0].given[1]")]
    [InlineData("""{"resourceType":"Patient","language":""}""", "fhir-element-empty", "Patient.language")]
    [InlineData("""{"resourceType":"Patient","active":"true"}""", "fhir-element-shape-wrong", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","active":[true]}""", "fhir-element-shape-wrong", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","name":{}}""", "fhir-element-shape-wrong", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","name":["A"]}""", "fhir-element-shape-wrong", "Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","birthDate":1950}""", "fhir-element-shape-wrong", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950-02-30"}""", "fhir-value-invalid", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":1.0}""", "fhir-value-invalid", "Patient.multipleBirth")]
    [InlineData("""{"resourceType":"Patient","gender":"fe\u006dale "}""", "fhir-value-invalid", "Patient.gender")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"a\u0000"}]}""", "fhir-value-invalid", "Patient.name[0].text")]
    public void What_is_no_FHIR_JSON_is_refused_with_its_place(string json, string code, string expression)
    {
        var fault = Assert.Single(FhirResource.FromJson(Encoding.UTF8.GetBytes(json)).Faults);

        Assert.Equal((code, expression), (fault.Code, fault.Expression));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused() =>
        Assert.Equal("fhir-json-malformed", Assert.Single(FhirResource.FromJson("{\"resourceType\":\"Patient\",\"language\":\"\xE9\"}"u8.ToArray().Select(sign => sign == 0xC3 ? (byte)0xE9 : sign).ToArray()).Faults).Code);

    [Fact]
    public void Several_faults_are_told_at_once()
    {
        var read = FhirResource.FromJson("""{"resourceType":"Patient","x":1,"active":1,"name":[{"y":1}],"contact":[{"name":{"z":{}}}]}"""u8.ToArray());

        Assert.Equal(["Patient.x", "Patient.active", "Patient.name[0].y", "Patient.contact[0].name.z"], read.Faults.Select(fault => fault.Expression));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Sixty_four_levels_are_read_and_no_more(int levels, bool accepted)
    {
        // Each extension within another is a list and an object: two levels.
        var (start, end, inner) = levels % 2 == 1 ? ("{", "}", (levels - 1) / 2) : ("{\"text\":{", "}}", (levels - 2) / 2);
        var body = start.Insert(1, "\"resourceType\":\"Patient\",") + string.Concat(Enumerable.Repeat("\"extension\":[{\"url\":\"urn:x\",", inner))
            + "\"id\":\"x\"" + string.Concat(Enumerable.Repeat("}]", inner)) + end;

        Assert.Equal(accepted, FhirResource.FromJson(Encoding.UTF8.GetBytes(body)).Accepted);
    }

    [Fact]
    public void A_body_made_of_faults_is_answered_with_little_memory()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"url":"urn:x","extension":[""", 30));
        var body = Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient","extension":[{{deep}}{"url":"urn:x"{{string.Concat(Enumerable.Repeat(",\"url\":1", 500_000))}}}{{string.Concat(Enumerable.Repeat("]}", 31))}}""");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.InRange(FhirResource.FromJson(body).Faults.Count, 1, 100);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50 * 1024 * 1024);
    }
}
