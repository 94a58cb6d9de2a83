using System.Text;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Model;

public sealed class XmlTests
{
    private const string Fhir = "xmlns=\"http://hl7.org/fhir\"";

    [Fact]
    public void XML_and_JSON_say_the_same()
    {
        var xml = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- comments are passed -->
            <Patient {Fhir} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://hl7.org/fhir patient.xsd">
              <id value="p1"/>
              <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml" title='a>b'>1 &lt; 2<br/> <!-- kept --> <b >x</b ></div></text>
              <contained><Organization><name value="A &quot;B&quot;"/></Organization></contained>
              <extension url="urn:e"><valueDecimal value="1.50"/></extension>
              <name id="n"><given value="Ana"/><given id="g"><extension url="urn:f"><valueBoolean value="true"/></extension></given></name>
              <birthDate value="1950-02"><extension url="urn:h"><valueInteger value="-3"/></extension></birthDate>
            </Patient>
            """;
        const string Json = """{"resourceType":"Patient","id":"p1","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\" title='a>b'>1 &lt; 2<br/> <!-- kept --> <b >x</b ></div>"},"contained":[{"resourceType":"Organization","name":"A \"B\""}],"extension":[{"url":"urn:e","valueDecimal":1.50}],"name":[{"id":"n","given":["Ana",null],"_given":[null,{"id":"g","extension":[{"url":"urn:f","valueBoolean":true}]}]}],"birthDate":"1950-02","_birthDate":{"extension":[{"url":"urn:h","valueInteger":-3}]}}""";

        var read = FhirResource.FromXml(Encoding.UTF8.GetBytes(xml));

        Assert.Empty(read.Faults);
        Assert.Equal(Json, Encoding.UTF8.GetString(read.Value!.Json.Span));
    }

    [Fact]
    public void XML_is_written_in_the_order_of_FHIR()
    {
        var resource = FhirResource.FromJson("""{"birthDate":"1950","_birthDate":{"id":"b"},"name":[{"given":["A\n"],"_given":[null,{"id":"g"}],"family":"F"}],"text":{"div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">é</div>","status":"generated"},"extension":[{"valueDecimal":1.0,"url":"urn:e"}],"resourceType":"Patient"}"""u8.ToArray()).Value!;

        Assert.Equal(
            $"""<?xml version="1.0" encoding="utf-8"?><Patient {Fhir}><text><status value="generated" /><div xmlns="http://www.w3.org/1999/xhtml">é</div></text><extension url="urn:e"><valueDecimal value="1.0" /></extension><name><family value="F" /><given value="A&#xA;" /><given id="g" /></name><birthDate value="1950" id="b" /></Patient>""",
            Encoding.UTF8.GetString(resource.ToXml()));
    }

    [Fact]
    public void A_narrative_that_borrows_its_namespace_is_written_anew_with_it()
    {
        var read = FhirResource.FromXml(Encoding.UTF8.GetBytes($"""<Patient {Fhir} xmlns:h="http://www.w3.org/1999/xhtml"><text><h:div><h:b>x</h:b></h:div></text></Patient>"""));

        // The prefix needs a declaration, which XHTML in FHIR has no place for.
        Assert.Equal(["Patient.text.div"], read.Faults.Select(fault => fault.Expression));
    }

    [Theory]
    [InlineData("<Patient><id value='a'/></Patient>", "fhir-resource-type-wrong", "Resource")]
    [InlineData("<Address FHIR/>", "fhir-resource-type-wrong", "Resource")]
    [InlineData("<DomainResource FHIR/>", "fhir-resource-type-wrong", "Resource")]
    [InlineData("<Patient FHIR><id value='a'/>", "fhir-xml-malformed", "Patient.id")]
    [InlineData("<Patient FHIR/><Patient FHIR/>", "fhir-xml-malformed", "Patient")]
    [InlineData("<!DOCTYPE Patient SYSTEM 'file:///etc/hostname'><Patient FHIR/>", "fhir-xml-malformed", "Resource")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><Patient FHIR><id value='&b;'/></Patient>", "fhir-xml-malformed", "Resource")]
    [InlineData("<?xml-stylesheet href='urn:s'?><Patient FHIR/>", "fhir-xml-malformed", "Resource")]
    [InlineData("<?xml version='1.0' encoding='ISO-8859-1'?><Patient FHIR/>", "fhir-xml-malformed", "Resource")]
    [InlineData("<Patient FHIR><?go?></Patient>", "fhir-xml-malformed", "Patient")]
    [InlineData("<Patient FHIR>text</Patient>", "fhir-xml-malformed", "Patient")]
    [InlineData("<Patient FHIR><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='urn:x'/></Patient>", "fhir-element-unknown", "Patient.include")]
    [InlineData("<Patient FHIR><id xmlns='urn:other' value='a'/></Patient>", "fhir-element-unknown", "Patient.id")]
    [InlineData("<Patient FHIR><resourceType value='Patient'/></Patient>", "fhir-element-unknown", "Patient.resourceType")]
    [InlineData("<Patient FHIR id='a'/>", "fhir-element-unknown", "Patient.id")]
    [InlineData("<Patient FHIR><name><id value='a'/><text value='x'/></name></Patient>", "fhir-element-unknown", "Patient.name[0].id")]
    [InlineData("<Patient FHIR><name><text valu='x' value='x'/></name></Patient>", "fhir-element-unknown", "Patient.name[0].text.valu")]
    [InlineData("<Patient FHIR><language value='fr'/><id value='a'/></Patient>", "fhir-element-misplaced", "Patient.id")]
    [InlineData("<Patient FHIR><name><text value='a'/></name><gender value='male'/><name><text value='b'/></name></Patient>", "fhir-element-misplaced", "Patient.name")]
    [InlineData("<Patient FHIR><language value='fr'/><language value='fr'/></Patient>", "fhir-too-many-elements", "Patient.language")]
    [InlineData("<Patient FHIR><deceasedBoolean value='true'/><deceasedDateTime value='2020'/></Patient>", "fhir-too-many-elements", "Patient.deceasedDateTime")]
    [InlineData("<Patient FHIR><contained><Patient/><Patient/></contained></Patient>", "fhir-too-many-elements", "Patient.contained[0]")]
    [InlineData("<Patient FHIR><contained/></Patient>", "fhir-element-empty", "Patient.contained[0]")]
    [InlineData("<Patient FHIR><active value='1'/></Patient>", "fhir-value-invalid", "Patient.active")]
    [InlineData("<Patient FHIR><multipleBirthInteger value='1 '/></Patient>", "fhir-value-invalid", "Patient.multipleBirth")]
    [InlineData("<Patient FHIR><birthDate value='1950-13'/></Patient>", "fhir-value-invalid", "Patient.birthDate")]
    [InlineData("<Patient FHIR><language value=''/></Patient>", "fhir-element-empty", "Patient.language")]
    [InlineData("<Patient FHIR><language/></Patient>", "fhir-element-empty", "Patient.language")]
    [InlineData("<Patient FHIR><name/></Patient>", "fhir-element-empty", "Patient.name[0]")]
    [InlineData("<Patient FHIR><text><div xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='http://www.w3.org/2000/svg'/></div></text></Patient>", "fhir-value-invalid", "Patient.text.div")]
    [InlineData("<Patient FHIR><text><div>no namespace</div></text></Patient>", "fhir-element-unknown", "Patient.text.div")]
    public void What_is_no_FHIR_XML_is_refused_with_its_place(string xml, string code, string expression)
    {
        var faults = FhirResource.FromXml(Encoding.UTF8.GetBytes(xml.Replace("FHIR", Fhir))).Faults;

        Assert.Equal((code, expression), (faults[0].Code, faults[0].Expression));
    }

    [Theory]
    [InlineData("<extension url='urn:e'>", "</extension>", "<Patient FHIR>", "</Patient>")]
    [InlineData("<extension url='urn:e'><valueString>", "</valueString></extension>", "<Patient FHIR><language>", "</language></Patient>")]
    [InlineData("<contained><Patient>", "</Patient></contained>", "<Patient FHIR>", "</Patient>")]
    [InlineData("<b>", "</b>", "<Patient FHIR><text><div xmlns='http://www.w3.org/1999/xhtml'>", "</div></text></Patient>")]
    [InlineData("<x>", "</x>", "<Patient FHIR>", "</Patient>")]
    public void Endless_nesting_is_refused(string start, string end, string head, string tail)
    {
        const int Levels = 50_000;
        var body = head.Replace("FHIR", Fhir) + string.Concat(Enumerable.Repeat(start, Levels)) + string.Concat(Enumerable.Repeat(end, Levels)) + tail;

        Assert.False(FhirResource.FromXml(Encoding.UTF8.GetBytes(body)).Accepted);
    }
}
