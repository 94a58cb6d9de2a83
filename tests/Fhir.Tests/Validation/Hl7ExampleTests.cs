using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Tests.Model;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Tests.Validation;

public sealed class Hl7ExampleTests
{
    // Examples that are not valid R4 themselves, what is found, and why it is right.
    private static readonly Dictionary<string, (string Code, string Why)> Wrong = new(StringComparer.Ordinal)
    {
        ["ActivityDefinition-blood-tubes-supply.json"] = ("fhir-narrative-empty", "Its narrative is an empty div."),
        ["ActivityDefinition-heart-valve-replacement.json"] = ("fhir-narrative-empty", "Its narrative is an empty div."),
        ["Bundle-dataelements.json"] = ("fhir-invariant-bdl-7", "de-Quantity.value and others stand in it three times under one fullUrl."),
        ["DeviceMetric-example.json"] = ("fhir-reference-target-wrong", "Its parent is a DeviceDefinition, R4 wants a Device."),
        ["DeviceUseStatement-example.json"] = ("fhir-reference-target-wrong", "Its reason is a Procedure, R4 wants what was found: a Condition, an Observation, a report, a document."),
        ["EventDefinition-example.json"] = ("fhir-narrative-empty", "Its narrative is an empty div."),
        ["ImplementationGuide-fhir.json"] = ("fhir-element-missing", "It has no name and no status."),
        ["MedicationRequest-medrx0301.json"] = ("fhir-reference-target-wrong", "Its dispenser is a Practitioner, R4 wants an Organization."),
        ["Observation-clinical-gender.json"] = ("fhir-reference-target-wrong", "Its performer is an Encounter."),
        ["Questionnaire-qs1.json"] = ("fhir-element-missing", "Its items have no linkId."),
        ["Questionnaire-zika-virus-exposure-assessment.json"] = ("fhir-narrative-empty", "Its narrative is an empty div."),
        ["SearchParameter-codesystem-extensions-CodeSystem-author.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-codesystem-extensions-CodeSystem-effective.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-codesystem-extensions-CodeSystem-end.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-codesystem-extensions-CodeSystem-keyword.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-codesystem-extensions-CodeSystem-workflow.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-valueset-extensions-ValueSet-author.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-valueset-extensions-ValueSet-effective.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-valueset-extensions-ValueSet-end.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-valueset-extensions-ValueSet-keyword.json"] = ("fhir-element-missing", "It has no base."),
        ["SearchParameter-valueset-extensions-ValueSet-workflow.json"] = ("fhir-element-missing", "It has no base."),
        ["StructureDefinition-Definition.json"] = ("fhir-invariant-sdf-4", "It is not abstract and has no baseDefinition."),
        ["StructureDefinition-Event.json"] = ("fhir-invariant-sdf-4", "It is not abstract and has no baseDefinition."),
        ["StructureDefinition-FiveWs.json"] = ("fhir-invariant-sdf-4", "It is not abstract and has no baseDefinition."),
        ["StructureDefinition-Request.json"] = ("fhir-invariant-sdf-4", "It is not abstract and has no baseDefinition."),
    };

    [SkippableFact]
    public void Every_example_of_HL7_that_is_R4_is_found_valid()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Hl7Examples.Files())
        {
            if (FhirResource.FromJson(File.ReadAllBytes(file)).Value is { } resource && Validator.Validate(resource) is [var first, ..] findings)
            {
                Assert.All(findings, finding => Assert.Equal((first.Code, true), (finding.Code, finding.Expression is { Length: > 0 })));
                found.Add(Path.GetFileName(file), first.Code);
            }
        }

        Assert.Equal(Wrong.OrderBy(example => example.Key, StringComparer.Ordinal).Select(example => (example.Key, example.Value.Code)), found.Select(example => (example.Key, example.Value)));
    }
}
