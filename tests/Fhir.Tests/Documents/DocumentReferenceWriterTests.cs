using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Tests.Documents;

public class DocumentReferenceWriterTests
{
    private readonly DocumentReferenceWriter _writer = new(Reference.Types, World.FhirBase);

    [Fact]
    public void A_sheet_with_everything_is_written() =>
        Golden.Approve("document-reference-full", json => _writer.Write(json, World.Sheet, World.Space, World.Ins, Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc")));

    [Fact]
    public void A_sheet_with_the_least_is_written()
    {
        var draft = World.Draft with
        {
            Class = null,
            Format = null,
            ActStart = null,
            ActEnd = null,
            Facility = null,
            Setting = null,
            Authors = [new(null, "Camille")],
            Labels = Labels.None,
            Replaces = null,
            Type = "no-longer-in-the-table",
        };
        Golden.Approve("document-reference-least", json => _writer.Write(
            json, World.Sheet with { Draft = draft, Status = DocumentStatus.Deleted, Archived = true }, World.Space, null));
    }

    [Fact]
    public void A_sheet_follows_the_rules_of_R4_and_claims_no_profile()
    {
        var read = FhirResource.FromJson(FhirJson.Bytes(json => _writer.Write(json, World.Sheet, World.Space, World.Ins)));

        Assert.Empty(Validator.Validate(read.Value!));
        Assert.False(read.Value!.Root["meta"]["profile"].Exists);
    }

    [Theory]
    [InlineData(DocumentStatus.Current, "current")]
    [InlineData(DocumentStatus.Superseded, "superseded")]
    [InlineData(DocumentStatus.Deleted, "entered-in-error")]
    public void Each_status_has_its_code(DocumentStatus status, string code)
    {
        var resource = JsonNode.Parse(FhirJson.Bytes(json => _writer.Write(json, World.Sheet with { Status = status }, World.Space, World.Ins)))!;

        Assert.Equal(code, (string?)resource["status"]);
    }

    [Theory]
    [InlineData("urn:ihe:pharm:pre:2010", "TRE_A11")]
    [InlineData("urn:ihe:iti-fr:xds-sd:jpeg:2010", "TRE_A11")]
    [InlineData("urn:asip:ci-sis:vac:2019", "TRE_A06")]
    [InlineData("urn:asipSante:modelesHorsProfils:2011", "TRE_A06")]
    [InlineData("1.2.840.10008.5.1.4.1.1.88.59", "TRE_A09")]
    [InlineData("http://www.w3.org/2000/09/xmldsig#", "TRE_A10")]
    public void Each_format_has_its_system(string format, string table)
    {
        var sheet = World.Sheet with { Draft = World.Draft with { Format = format } };
        var resource = JsonNode.Parse(FhirJson.Bytes(json => _writer.Write(json, sheet, World.Space, World.Ins)))!;

        Assert.Contains(table, (string?)resource["content"]![0]!["format"]!["system"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_sheet_is_always_the_same_bytes() =>
        Assert.Equal(
            FhirJson.Bytes(json => _writer.Write(json, World.Sheet, World.Space, World.Ins)),
            FhirJson.Bytes(json => _writer.Write(json, World.Sheet, World.Space, World.Ins)));
}
