using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patches;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Tests.Capabilities;

public class CapabilityStatementWriterTests
{
    private static readonly CapabilityHeading Heading = new(World.FhirBase, "0.1.0", World.Noon, ["application/fhir+json"]);

    private static readonly DeclaredInteraction[] Declared =
    [
        new("Patient", "search-type", new DeclaredSearchParameter("identifier", "token")),
        new(null, "transaction"),
        new("DocumentReference", "search-type", new("status", "token"), new("patient.identifier", "token"), new("status", "token")),
        new("DocumentReference", "create"),
        new("DocumentReference", "read"),
        new("DocumentReference", "read"),
        new("Binary", "read"),
        new("Observation", "create") { Conditional = true },
        new("Observation", "read") { Conditional = true },
        new("Observation", "vread"),
        new("Observation", "update") { Conditional = true },
        new("Observation", "search-type", new DeclaredSearchParameter("code", "token", "http://hl7.org/fhir/SearchParameter/clinical-code"))
        {
            Includes = ["Observation:device"], ReverseIncludes = ["Observation:derived-from"],
        },
    ];

    private static readonly DeclaredOperation[] Operations =
    [
        new("Observation", "lastn", "http://hl7.org/fhir/OperationDefinition/Observation-lastn"),
        new(null, "validate", "http://hl7.org/fhir/OperationDefinition/Resource-validate"),
    ];

    [Fact]
    public void What_is_declared_is_written_once_and_sorted() =>
        Golden.Approve("capability-statement", json => CapabilityStatementWriter.Write(json, Heading, new(Declared, Operations)));

    [Fact]
    public void The_order_of_the_declarations_does_not_matter() =>
        Assert.Equal(
            FhirJson.Bytes(json => CapabilityStatementWriter.Write(json, Heading, new(Declared, Operations))),
            FhirJson.Bytes(json => CapabilityStatementWriter.Write(json, Heading, new([.. Declared.Reverse()], [.. Operations.Reverse()]))));

    [Fact]
    public void Nothing_declared_is_nothing_written() =>
        Golden.Approve("capability-statement-empty", json => CapabilityStatementWriter.Write(json, Heading, new([], [])));

    [Fact]
    public void The_formats_of_patches_are_told_where_something_takes_patches_and_each_is_read()
    {
        var statement = FhirResource.FromJson(FhirJson.Bytes(json =>
            CapabilityStatementWriter.Write(json, Heading, new([new("DocumentReference", "patch")], [])))).Value!;

        Assert.Empty(Validator.Validate(statement));
        Assert.Equal(MetadataPatch.MediaTypes, statement.Root.Each("patchFormat").Select(format => format.Text));
        Assert.All(MetadataPatch.MediaTypes, type => Assert.NotNull(MetadataPatch.Read(type, default)));
    }

    [Fact]
    public void The_statement_is_valid()
    {
        var statement = FhirResource.FromJson(FhirJson.Bytes(json => CapabilityStatementWriter.Write(json, Heading, new(Declared, Operations))));
        Assert.Empty(Validator.Validate(statement.Value!));
    }
}
