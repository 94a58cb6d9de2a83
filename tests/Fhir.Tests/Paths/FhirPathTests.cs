using System.Text;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;

namespace MonEspaceSante.Fhir.Tests.Paths;

public sealed class FhirPathTests
{
    private static readonly FhirNode Patient = Read("""
        {"resourceType":"Patient","id":"p1",
         "contained":[{"resourceType":"Practitioner","id":"gp"}],
         "extension":[{"url":"http://example.org/height","valueQuantity":{"value":1.80,"unit":"m"}},{"url":"http://example.org/note","valueString":"a\nb"}],
         "active":true,
         "name":[{"use":"official","family":"Durand","given":["Anne","Marie"]},{"use":"usual","given":["Anna"]}],
         "telecom":[{"system":"phone","value":"0102030405"},{"system":"email","value":"a@example.org"},{"system":"phone","value":"0102030405"}],
         "birthDate":"1980-02-29","deceasedBoolean":false,"multipleBirthInteger":2,
         "managingOrganization":{"reference":"Organization/o1"},
         "generalPractitioner":[{"reference":"#gp"},{"reference":"http://example.org/fhir/Organization/7/_history/2"},{"type":"PractitionerRole","identifier":{"value":"x"}}]}
        """);

    [Theory]
    [InlineData("Patient.name.given", "Anne,Marie,Anna")]
    [InlineData("name.given", "Anne,Marie,Anna")]
    [InlineData("Observation.status", "")]
    [InlineData("Resource.id", "p1")]
    [InlineData("name[1].given[0]", "Anna")]
    [InlineData("name.given.first() | name.given.last() | name.given.first()", "Anne,Anna")]
    [InlineData("name.given.tail()", "Marie,Anna")]
    [InlineData("name.given.skip(2)", "Anna")]
    [InlineData("name.given.take(2)", "Anne,Marie")]
    [InlineData("telecom.where(system='phone').value", "0102030405,0102030405")]
    [InlineData("telecom.where(system='phone').value.distinct()", "0102030405")]
    [InlineData("telecom.where($index = 1).value", "a@example.org")]
    [InlineData("name.select(given.first())", "Anne,Anna")]
    [InlineData("deceased.as(boolean)", "false")]
    [InlineData("deceased.as(dateTime)", "")]
    [InlineData("(multipleBirth as integer)", "2")]
    [InlineData("multipleBirth.ofType(integer)", "2")]
    [InlineData("extension('http://example.org/height').value.unit", "m")]
    [InlineData("generalPractitioner.where(resolve() is Practitioner).reference", "#gp")]
    [InlineData("generalPractitioner.where(resolve() is Organization).reference", "http://example.org/fhir/Organization/7/_history/2")]
    [InlineData("generalPractitioner.where(resolve() is PractitionerRole).identifier.value", "x")]
    [InlineData("name.given.intersect(name[1].given | name[0].given[1])", "Marie,Anna")]
    [InlineData("name.given.combine(name.given).where($this = 'Anna')", "Anna,Anna")]
    [InlineData("name.given.union(name.given)", "Anne,Marie,Anna")]
    [InlineData("iif(active, name[0].family, name[1].given)", "Durand")]
    [InlineData("name.trace('names').family", "Durand")]
    [InlineData("name.`given`[0]", "Anne")]
    public void Elements_are_selected(string expression, string expected) =>
        Assert.Equal(expected, string.Join(',', FhirPath.Compile(expression).Select(Patient).Select(node => node.Text)));

    [Theory]
    [InlineData("birthDate = @1980-02-29")]
    [InlineData("birthDate < @1980-03-01 and birthDate > @1980-01")]
    [InlineData("birthDate <= @2026-01-01T00:00:00Z")]
    [InlineData("(birthDate <= @1980-02).empty()")]
    [InlineData("active and deceased.not()")]
    [InlineData("deceased implies name.empty()")]
    [InlineData("active xor deceased")]
    [InlineData("Patient.deceased.exists() and Patient.deceased != true")]
    [InlineData("{}.empty() and ({} or true) and ({} and true).empty()")]
    [InlineData("name.count() = 2 and name.count() + 1 = 3 and 3 - 1 = name.count() and -1 < 0")]
    [InlineData("name.all(given.exists()) and name.all(family.exists()).not()")]
    [InlineData("name.exists(use = 'usual') and name.any(use = 'usual')")]
    [InlineData("telecom.value.isDistinct().not() and name.given.isDistinct()")]
    [InlineData("name[0].family & name[1].family & '!' = 'Durand!'")]
    [InlineData("name[0].family + '!' = 'Durand!'")]
    [InlineData("'durand' ~ name[0].family and 'durand' != name[0].family and 'durant' !~ name[0].family")]
    [InlineData("name[0].given ~ (name[0].given[1] | name[0].given[0])")]
    [InlineData("(name[0].given = (name[0].given[1] | name[0].given[0])).not()")]
    [InlineData("'Anna' in name.given and name.given contains 'Anne'")]
    [InlineData("name[0].family.matches('^D[a-z]+$') and name[0].family.startsWith('Du') and name[0].family.endsWith('nd') and name[0].family.contains('ura')")]
    [InlineData("name[0].family.length() = 6 and name[0].family.substring(1, 2) = 'ur' and name[0].family.replaceMatches('d$', 't') = 'Durant'")]
    [InlineData("multipleBirth.toString() = '2' and '12'.toInteger() = 12 and 'x'.toInteger().empty()")]
    [InlineData("deceased is boolean and deceased is Boolean and (deceased is dateTime).not() and multipleBirth.is(integer)")]
    [InlineData("$this is Patient and $this is DomainResource and $this is FHIR.Resource and ($this is Bundle).not()")]
    [InlineData("name.given.hasValue().not() and name[0].family.hasValue()")]
    [InlineData("children().count() > 10 and descendants().count() > children().count()")]
    [InlineData("managingOrganization.resolve() is Organization")]
    [InlineData("%resource.id = 'p1' and %rootResource.id = %context.id")]
    [InlineData("contained.where(%resource.id = 'p1').exists()")]
    [InlineData("name.select(given.exists()).allTrue() and name.select(family.exists()).anyFalse() and name.select(period.exists()).allFalse() and name.select(family.exists()).anyTrue()")]
    [InlineData("extension.value.where($this is string) = 'a\\nb'")]
    [InlineData("1.80 = extension[0].value.value and extension[0].value.value.toString() = '1.80'")]
    public void Questions_are_answered_with_yes(string expression) => Assert.True(FhirPath.Compile(expression).IsTrue(Patient));

    [Theory]
    [InlineData("")]
    [InlineData("name.")]
    [InlineData("name[")]
    [InlineData("(name")]
    [InlineData("name given")]
    [InlineData("'open")]
    [InlineData("name.where()")]
    [InlineData("text.div.htmlChecks()")]
    [InlineData("code.memberOf('http://example.org/vs')")]
    [InlineData("conformsTo('http://example.org/sd')")]
    [InlineData("%unknown")]
    [InlineData("@2026-02-30")]
    [InlineData("name # given")]
    public void What_is_no_expression_or_beyond_us_is_said_when_compiling(string expression)
    {
        Assert.False(FhirPath.TryCompile(expression, out _));
        Assert.Throws<FormatException>(() => FhirPath.Compile(expression));
    }

    [Theory]
    [InlineData("name and active")]
    [InlineData("name.given.length() > 3")]
    [InlineData("name.family + 1 = 2")]
    [InlineData("name.family.matches('(')")]
    [InlineData("name < telecom")]
    [InlineData("name is HumanName")]
    public void An_error_of_evaluation_is_no_answer_and_throws_nothing(string expression) => Assert.False(FhirPath.Compile(expression).IsTrue(Patient));

    [Fact]
    public void Hostile_nesting_is_refused_before_it_exhausts_the_stack()
    {
        Assert.False(FhirPath.TryCompile(new string('(', 100_000) + "name" + new string(')', 100_000), out _));
        Assert.False(FhirPath.TryCompile(string.Concat(Enumerable.Repeat("name.", 100_000)) + "given", out _));
        Assert.False(FhirPath.TryCompile(new string('-', 900) + "1", out _));
    }

    [Fact]
    public void An_evaluation_that_grows_without_end_is_given_up()
    {
        var path = FhirPath.Compile("descendants().where(%resource.descendants().select(%resource.descendants().exists($this = 'zzz')).anyTrue())");
        var many = Read($$"""{"resourceType":"Patient","name":[{{string.Join(',', Enumerable.Range(0, 2000).Select(at => $$"""{"family":"n{{at}}"}"""))}}]}""");

        Assert.Empty(path.Select(many));
    }

    [Fact]
    public void A_text_that_doubles_again_and_again_is_given_up() =>
        Assert.False(FhirPath.Compile("name[0].family" + string.Concat(Enumerable.Repeat(".select($this & $this)", 100)) + ".exists()").IsTrue(Patient));

    [Fact]
    public void What_an_entry_refers_to_is_found_in_its_bundle()
    {
        var bundle = Read("""
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"urn:uuid:6f0c2d1e-0000-4000-8000-000000000001","resource":{"resourceType":"Patient","active":true}},
             {"fullUrl":"urn:uuid:6f0c2d1e-0000-4000-8000-000000000002","resource":{"resourceType":"Observation","status":"final","code":{"text":"x"},
              "subject":{"reference":"urn:uuid:6f0c2d1e-0000-4000-8000-000000000001"}}}]}
            """);

        Assert.Equal("Bundle.entry[0].resource.active", FhirPath.Compile("Bundle.entry.resource.subject.resolve().active").Select(bundle).Single().Path);
    }

    private static FhirNode Read(string json) => FhirResource.FromJson(Encoding.UTF8.GetBytes(json)).Value!.Root;
}
