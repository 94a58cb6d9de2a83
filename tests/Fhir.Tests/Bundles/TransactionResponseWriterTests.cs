using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Bundles;

namespace MonEspaceSante.Fhir.Tests.Bundles;

public class TransactionResponseWriterTests
{
    private static readonly StoredVersion Document = new(World.Sheet.LogicalId, 1, World.Noon);
    private static readonly StoredVersion Old = new(Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc"), 2, World.Noon);

    private static readonly SubmissionEntry[] Entries =
    [
        new(SubmissionEntryKind.Set, 0), new(SubmissionEntryKind.Content, 0), new(SubmissionEntryKind.Supersession, 0), new(SubmissionEntryKind.Document, 0),
    ];

    [Fact]
    public void Each_entry_is_answered_in_its_place() => Golden.Approve("transaction-response", json => TransactionResponseWriter.Write(
        json, World.FhirBase, World.Space, Entries, new(new(World.Sheet.Id, 1, World.Noon), [Document], [Old])));

    [Fact]
    public void A_set_that_nothing_was_made_of_has_no_address() => Golden.Approve("transaction-response-without-set", json => TransactionResponseWriter.Write(
        json, World.FhirBase, World.Space, [Entries[0]], new(null, [Document], [])));
}
