using System.Text.Encodings.Web;
using System.Text.Json;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Fhir.Exports;

/// <summary>
/// Writes the resources of an export, as Bundles of the type collection: one of the person and the documents, one for each other type. A document's content is
/// where its file is in the archive, seen from the bundle.
/// </summary>
/// <param name="types">The types of documents.</param>
/// <param name="fhirBase">Address of the FHIR endpoint, of which the addresses of resources are made; without a slash at the end.</param>
public sealed class ExportBundles(DocumentTypes types, string fhirBase)
{
    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Where the bundle of the resources of <paramref name="type"/> is in the archive.</summary>
    public static string PathOf(string type) => $"fhir/{type}.json";

    /// <summary>Writes the person.</summary>
    public Task WritePatientAsync(Stream destination, ExportedSpace space, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(space);
        return WriteAsync(destination, [Entry("Patient", space.Space.Value, json => HolderWriter.Write(json, space.Holder, space.Space))], cancellationToken);
    }

    /// <summary>Writes the sheets of the documents.</summary>
    public Task WriteDocumentsAsync(Stream destination, ExportedSpace space, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(space);
        var entries = space.Documents.Select(document =>
        {
            var writer = new DocumentReferenceWriter(types, fhirBase, _ => $"../{document.Path}");
            return Entry(
                "DocumentReference", new ResourceId(space.Space, document.Sheet.LogicalId).ToString(),
                json => writer.Write(json, document.Sheet, space.Space, space.Holder.Ins));
        });
        return WriteAsync(destination, entries, cancellationToken);
    }

    /// <summary>Writes the resources of <paramref name="type"/>.</summary>
    public Task WriteAsync(Stream destination, ExportedSpace space, string type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(space);
        var entries = space.Resources.Where(resource => resource.Type == type).Select(resource =>
        {
            var id = new ResourceId(space.Space, resource.Id);
            return Entry(type, id.ToString(), json => KeptBody.Write(json, resource.Body, id, resource.Version, resource.UpdatedAt));
        });
        return WriteAsync(destination, entries, cancellationToken);
    }

    // As it is written, so that a space of any size takes the memory of one resource.
    private static async Task WriteAsync(Stream destination, IEnumerable<(string FullUrl, Action<Utf8JsonWriter> Write)> entries, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(destination, Readable);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        var any = false;
        foreach (var (fullUrl, write) in entries)
        {
            // FHIR has no empty lists.
            if (!any)
            {
                json.WriteStartArray("entry");
                any = true;
            }

            json.WriteStartObject();
            json.WriteString("fullUrl", fullUrl);
            json.WritePropertyName("resource");
            write(json);
            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        if (any)
        {
            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private (string FullUrl, Action<Utf8JsonWriter> Write) Entry(string type, string id, Action<Utf8JsonWriter> write) => ($"{fhirBase}/{type}/{id}", write);
}
