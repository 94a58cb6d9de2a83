using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Tests.Documents;

namespace MonEspaceSante.Fhir.Tests.Bundles;

public class SubmissionReaderTests
{
    [Fact]
    public void A_submission_is_read_with_all_that_it_brings()
    {
        var read = SubmissionSample.Read(SubmissionSample.Bundle());

        Assert.Empty(read.Faults);
        var submission = read.Value!;
        Assert.Equal(new SubjectKey.ByIns(Sample.Patient), submission.Patient);
        Assert.Equal("Bundle.entry[0].resource", submission.Place);
        Assert.Equal(
            new SubmissionDraft(
                "urn:oid:1.2.250.1.999.9", "urn:oid:1.2.3",
                new("https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument", "11"),
                new(ProfessionalId.Parse(Sample.Professional, null), null), new(2026, 6, 12, 11, 0, 0, TimeSpan.FromHours(2)), "Lot de juin"),
            submission.Set);
        Assert.Equal(["Bundle.entry[1].resource", "Bundle.entry[3].resource"], submission.Documents.Select(document => document.Place));
        Assert.All(submission.Documents, document => Assert.Equal(Sample.Cda, document.Document.Content.ToArray()));
        Assert.Equal([null, SubmissionSample.Replaced], submission.Documents.Select(document => document.Document.Draft.Replaces));
        Assert.Equal([new NamedDocument(SubmissionSample.Replaced, null, "Bundle.entry[4].request.url")], submission.Superseded);
        Assert.Equal(
            [
                new(SubmissionEntryKind.Set, 0), new(SubmissionEntryKind.Document, 0), new(SubmissionEntryKind.Content, 0),
                new(SubmissionEntryKind.Document, 1), new(SubmissionEntryKind.Supersession, 0),
            ],
            submission.Entries);
    }

    [Fact]
    public void The_order_of_the_entries_is_the_sender_s()
    {
        var bundle = SubmissionSample.Bundle();
        var entries = bundle["entry"]!.AsArray();
        bundle["entry"] = new JsonArray([.. entries.Reverse().Select(entry => entry!.DeepClone())]);
        var submission = SubmissionSample.Read(bundle).Value!;

        Assert.Equal(
            [
                new(SubmissionEntryKind.Supersession, 0), new(SubmissionEntryKind.Document, 0), new(SubmissionEntryKind.Content, 1),
                new(SubmissionEntryKind.Document, 1), new(SubmissionEntryKind.Set, 0),
            ],
            submission.Entries);
        Assert.Equal([SubmissionSample.Replaced, null], submission.Documents.Select(document => document.Document.Draft.Replaces));
    }

    [Fact]
    public void The_replaced_document_may_be_named_by_its_logical_id_and_patched_in_JSON()
    {
        var bundle = SubmissionSample.Bundle();
        bundle["entry"]![4] = SubmissionSample.Entry(
            "urn:uuid:patch", SubmissionSample.JsonPatch("""[{ "path": "/status", "value": "superseded", "op": "replace" }]"""), "PATCH",
            "DocumentReference/" + new ResourceId(World.Space, World.Sheet.LogicalId));

        Assert.Equal([new NamedDocument(null, World.Sheet.LogicalId, "Bundle.entry[4].request.url")], SubmissionSample.Read(bundle).Value!.Superseded);
    }

    [Fact]
    public void A_set_may_do_without_an_identifier_and_a_title()
    {
        var bundle = SubmissionSample.Bundle();
        bundle["entry"]![0]!["resource"]!.AsObject().Remove("identifier");
        bundle["entry"]![0]!["resource"]!.AsObject().Remove("title");
        var set = SubmissionSample.Read(bundle).Value!.Set;

        Assert.Null(set.UniqueId);
        Assert.Null(set.Title);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_bundle_has_500_entries_at_most(int count, bool accepted)
    {
        var bundle = SubmissionSample.Bundle();
        var entries = bundle["entry"]!.AsArray();
        var items = entries[0]!["resource"]!["entry"]!.AsArray();
        while (entries.Count < count)
        {
            var entry = entries[3]!.DeepClone();
            entry["fullUrl"] = $"urn:uuid:{entries.Count}";
            items.Add(new JsonObject { ["item"] = new JsonObject { ["reference"] = $"urn:uuid:{entries.Count}" } });
            entries.Add(entry);
        }

        var read = SubmissionSample.Read(bundle);
        Assert.Equal(accepted ? [] : [("fhir-too-many-elements", "Bundle.entry")], read.Faults.Select(fault => (fault.Code, fault.Expression)));
    }

    [Fact]
    public void Three_hundred_submissions_of_damaged_elements_are_read_or_refused()
    {
        var random = new Random(20261124);
        var accepted = 0;
        for (var round = 0; round < 300; round++)
        {
            var bundle = SubmissionSample.Bundle();
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                FuzzTests.Damage(bundle, random);
            }

            var read = SubmissionSample.Read(bundle);
            Assert.Equal(read.Accepted, read.Faults.Count == 0);
            Assert.All(read.Faults, fault => Assert.StartsWith("Bundle", fault.Expression, StringComparison.Ordinal));
            accepted += read.Accepted ? 1 : 0;
        }

        Assert.InRange(accepted, 1, 150);
    }
}
