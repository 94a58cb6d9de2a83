using System.Text;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Tests.Documents;

namespace MonEspaceSante.Fhir.Tests.Profiles;

/// <summary>The published examples of the guides against the profiles that they claim: each valid, or with exactly these findings.</summary>
public sealed class PublicExampleProfileTests
{
    // PDSm asks a custodian that the draft PDSm4DMP examples leave out, and MHD an identifier of the set; the fragment of a blood pressure is one.
    [SkippableTheory]
    [InlineData("DocumentReference-example-td2-iti105-publication-simplifiee.json", "fhir-element-missing DocumentReference.custodian")]
    [InlineData("DocumentReference-doc-x-id.json", "fhir-element-missing DocumentReference.custodian")]
    [InlineData("Bundle-example-td2-iti65-lot-soumission.json", "fhir-element-missing Bundle.entry[0].resource.identifier", "fhir-element-missing Bundle.entry[1].resource.custodian")]
    [InlineData("Bundle-example-td2-1-remplacement.json", "fhir-element-missing Bundle.entry[0].resource.identifier", "fhir-element-missing Bundle.entry[1].resource.custodian")]
    [InlineData("Bundle-example-annexe-fhir-document.json")]
    [InlineData("Bundle-example-annexe-searchset-documentreferences.json", "fhir-element-missing Bundle.entry[0].resource.custodian", "fhir-element-missing Bundle.entry[1].resource.custodian")]
    [InlineData("../mes-measures/bundle-transaction-bodyweight.json")]
    [InlineData("../mes-measures/bundle-searchset-bodyweight.json")]
    [InlineData("../mes-measures/bundle-transaction-response.json")]
    [InlineData("../mes-measures/device-phd.json")]
    [InlineData("../mes-measures/observation-bp-fragment.json",
        "fhir-element-missing Observation.status", "fhir-element-missing Observation.code", "measure-category-missing Observation", "measure-date-wrong Observation",
        "measure-subject-unidentified Observation", "measure-code-unknown Observation.code")]
    public void A_published_example_has_these_findings(string file, params string[] expected)
    {
        var read = FhirResource.FromJson(Encoding.UTF8.GetBytes(PublicExamples.Published(file)));
        var findings = read.Value is { } resource ? ProfileSample.Catalogue.Validate(resource) : read.Faults;

        Assert.Equal(expected, findings.Select(finding => $"{finding.Code} {finding.Expression}"));
    }
}
