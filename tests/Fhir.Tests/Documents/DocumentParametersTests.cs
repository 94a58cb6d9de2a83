using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Fhir.Tests.Documents;

public class DocumentParametersTests
{
    [Theory]
    [InlineData("type", "http://loinc.org|11488-4")]
    [InlineData("category", "https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument|10")]
    [InlineData("format", "https://mos.esante.gouv.fr/NOS/TRE_A11-IheFormatCode/FHIR/TRE-A11-IheFormatCode|urn:ihe:pharm:pre:2010")]
    [InlineData("security-label", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|N")]
    [InlineData("identifier", "urn:ietf:rfc:3986|urn:oid:1.2.3")]
    [InlineData("status", "http://hl7.org/fhir/document-reference-status|current")]
    [InlineData("relation", "http://hl7.org/fhir/document-relationship-type|replaces")]
    public void A_code_of_the_record_is_searched_without_the_system_that_it_has(string parameter, string value) =>
        Assert.Equal(new Sought.Token(null, value.Split('|')[1]), Sole(parameter, value));

    [Theory]
    [InlineData("type", "urn:oid:1.2.3|11488-4")]
    [InlineData("security-label", "urn:oid:1.2.3|N")]
    [InlineData("facility", "urn:oid:1.2.3|SA07")]
    public void Another_system_stays_and_finds_what_has_it(string parameter, string value) =>
        Assert.Equal(new Sought.Token(value.Split('|')[0], value.Split('|')[1]), Sole(parameter, value));

    [Fact]
    public void A_uuid_is_searched_in_lower_case() =>
        Assert.Equal(
            new Sought.Token(null, "urn:uuid:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"),
            Sole("identifier", "urn:ietf:rfc:3986|urn:uuid:AAAAAAAA-aaaa-4aaa-8aaa-aaaaaaaaaaaa"));

    [Fact]
    public void What_is_replaced_is_searched_in_both_spellings()
    {
        var expected = new Sought.Link(null, null, null, null, "urn:oid:1.2.3");

        Assert.Equal(expected, Sole("relatesTo:identifier", "urn:ietf:rfc:3986|urn:oid:1.2.3"));
        Assert.Equal(expected, Sole("relatesto:identifier", "urn:ietf:rfc:3986|urn:oid:1.2.3"));
        Assert.Equal("relatesto", Read("relatesTo:missing", "true").Value!.Clauses[0].Parameter);
    }

    [Fact]
    public void A_status_that_no_document_can_have_is_refused() => Assert.Equal("parameter-invalid", Read("status", "deleted").Refusal!.Code);

    private static Sought Sole(string parameter, string value) => Read(parameter, value).Value!.Clauses.Single().AnyOf.Single();

    private static Domain.Kernel.Outcome<ResourceQuery> Read(string parameter, string value)
    {
        var parsed = SearchParser.Read(DocumentParameters.Searchable, [KeyValuePair.Create(parameter, value)], World.Space, lenient: false);
        Assert.True(parsed.Accepted, parsed.Refusal?.ToString());
        return DocumentParameters.AsKept(parsed.Value.Query, Reference.Types);
    }
}
