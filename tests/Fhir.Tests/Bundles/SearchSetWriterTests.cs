using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Outcomes;

namespace MonEspaceSante.Fhir.Tests.Bundles;

public class SearchSetWriterTests
{
    [Fact]
    public void An_answer_carries_its_total_its_link_and_its_entries() =>
        Golden.Approve("search-set", json => SearchSetWriter.Write(json, World.FhirBase + "/Patient?identifier=x", 3,
        [
            new("urn:a", entry => OperationOutcomeWriter.Write(entry, [DocumentRefusals.Unknown])),
            new("urn:b", entry => OperationOutcomeWriter.Write(entry, [DocumentRefusals.Unknown]), SearchEntryMode.Include),
            new("urn:c", entry => OperationOutcomeWriter.Write(entry, [DocumentRefusals.Unknown]), SearchEntryMode.Outcome),
        ]));

    [Fact]
    public void An_answer_without_a_match_has_no_entries() =>
        Golden.Approve("search-set-empty", json => SearchSetWriter.Write(json, World.FhirBase + "/Patient?identifier=x", 0, []));
}
