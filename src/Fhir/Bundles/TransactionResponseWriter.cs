using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Writes the answer of a submission: a Bundle of the type transaction-response, an entry for each of the request, in its order.</summary>
public static class TransactionResponseWriter
{
    /// <summary>Writes what has become of <paramref name="entries"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="fhirBase">Address of the FHIR endpoint, without a slash at the end.</param>
    /// <param name="space">The space that took it in.</param>
    /// <param name="entries">The entries of the request.</param>
    /// <param name="receipt">What the space answered.</param>
    public static void Write(
        Utf8JsonWriter json, string fhirBase, SpaceId space, IReadOnlyCollection<SubmissionEntry> entries, SubmissionReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(receipt);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "transaction-response");
            json.WriteArray("entry", () =>
            {
                foreach (var entry in entries)
                {
                    var (type, stored) = Stored(entry, receipt);
                    json.AddObject(() => json.WriteObject("response", () => WriteResponse(
                        json, entry.Kind is SubmissionEntryKind.Supersession || stored is null ? "200 OK" : "201 Created",
                        stored, stored is null ? null : $"{fhirBase}/{type}/{new ResourceId(space, stored.Id)}/_history/{stored.Version}")));
                }
            });
        });
    }

    private static (string Type, StoredVersion? Stored) Stored(SubmissionEntry entry, SubmissionReceipt receipt) => entry.Kind switch
    {
        // None: each of its documents had come before, and nothing was made of the set.
        SubmissionEntryKind.Set => ("List", receipt.Set),
        SubmissionEntryKind.Document => ("DocumentReference", receipt.Documents[entry.Index]),
        // The content of a document has its identity, and never changes.
        SubmissionEntryKind.Content => ("Binary", receipt.Documents[entry.Index] with { Version = 1 }),
        SubmissionEntryKind.Supersession => ("DocumentReference", receipt.Superseded[entry.Index]),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "No such entry."),
    };

    private static void WriteResponse(Utf8JsonWriter json, string status, StoredVersion? stored, string? location)
    {
        json.WriteString("status", status);
        json.WriteStringIfAny("location", location);
        if (stored is not null)
        {
            json.WriteString("etag", string.Create(CultureInfo.InvariantCulture, $"W/\"{stored.Version}\""));
            json.WriteInstant("lastModified", stored.At);
        }
    }
}
