using System.Reflection;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Outcomes;
using MonEspaceSante.Fhir.Tests.Bundles;
using MonEspaceSante.Fhir.Tests.Documents;
using MonEspaceSante.Fhir.Tests.Patches;
using MonEspaceSante.Fhir.Tests.Profiles;
using MonEspaceSante.Fhir.Tests.Resources;
using MonEspaceSante.Fhir.Tests.Search;
using MonEspaceSante.Fhir.Tests.Validation;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Tests.Outcomes;

public class RefusalCatalogueTests
{
    // Catalogues whose refusals are each asserted by name in the tests of their folder, here or at the edge.
    private static readonly string[] AssertedByName = ["cda-", "consent-", "measure-", "summary-", "parameter-", "resource-"];

    private static readonly IReadOnlyList<Refusal> Ours = Of(typeof(FhirRefusals).Assembly);

    [Fact]
    public void Every_code_is_unique_here_and_in_the_domain()
    {
        var codes = Ours.Concat(Of(typeof(Refusal).Assembly)).Select(refusal => refusal.Code).ToList();

        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void Every_refusal_of_a_document_is_provoked_by_a_test()
    {
        var provoked = DocumentReferenceFaultTests.Spoiled.Select(row => (string)row[2]).ToHashSet();
        provoked.UnionWith(SubmissionFaultTests.Spoiled.Select(row => (string)row[2]));
        provoked.UnionWith(ValidatorTests.Spoiled.Select(row => (string)row[1]));
        provoked.UnionWith(DocumentProfileTests.SpoiledSubmissions.Concat(DocumentProfileTests.SpoiledPublications).Concat(PersonAndAgendaProfileTests.SpoiledPeople).Select(row => (string)row[1]));
        provoked.UnionWith(MeasureProfileTests.Spoiled.Select(row => (string)row[3]));
        provoked.UnionWith(MetadataPatchTests.Refused.Select(row => ((Refusal)row[2]).Code));
        provoked.UnionWith(SearchParserTests.Spoiled.Select(row => (string)row[2]));
        provoked.UnionWith(ResourceTests.Spoiled.Concat(RequestReaderTests.Spoiled).Select(row => (string)row[1]));

        // Provoked by tests of their own; the last two over HTTPS.
        provoked.UnionWith(
        [
            "fhir-xml-malformed", "fhir-element-misplaced", "fhir-too-intricate", "profile-device-kind-wrong", "profile-unknown", "bundle-without-document",
            "bundle-submission-set-not-one", "bundle-document-outside-set", "fhir-json-malformed", "fhir-name-repeated", "fhir-resource-type-wrong",
            "fhir-too-many-elements", "bundle-request-unsupported", "resource-id-differs", "bundle-reference-conditional",
        ]);

        Assert.Empty(Ours.Select(refusal => refusal.Code).Where(code => !AssertedByName.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal))).Except(provoked));
    }

    [Fact]
    public void Every_refusal_says_the_same_in_both_languages_and_ends_its_sentences() =>
        Assert.All(Ours, refusal => Assert.True(
            refusal.English.EndsWith('.') && refusal.French.EndsWith('.') && refusal.English != refusal.French && refusal.Expression is null, refusal.Code));

    [Fact]
    public void Every_refusal_is_told_by_a_valid_outcome() => Assert.All(Ours, refusal =>
    {
        var outcome = FhirResource.FromJson(FhirJson.Bytes(json => OperationOutcomeWriter.Write(json, [refusal.At("Observation.code")])));
        Assert.Empty(Validator.Validate(outcome.Value!));
    });

    private static List<Refusal> Of(Assembly assembly) =>
        [.. from type in assembly.GetExportedTypes()
            from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
            where field.FieldType == typeof(Refusal)
            select (Refusal)field.GetValue(null)!];
}
