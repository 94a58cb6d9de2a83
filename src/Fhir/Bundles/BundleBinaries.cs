using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>The Binaries of a transaction, each the content of one document.</summary>
internal sealed class BundleBinaries(IReadOnlyList<BundleEntry> entries)
{
    private readonly Dictionary<string, BundleEntry> _byFullUrl = entries.Where(entry => entry is { Kind: SubmissionEntryKind.Content, FullUrl: not null })
        .DistinctBy(entry => entry.FullUrl).ToDictionary(entry => entry.FullUrl!, StringComparer.Ordinal);

    private readonly Dictionary<BundleEntry, int> _documents = new(ReferenceEqualityComparer.Instance);

    /// <summary>The data of <paramref name="attachment"/>, of the document <paramref name="document"/>: at its url, or embedded; <see langword="null"/>, and a fault, where the url leads nowhere.</summary>
    public FhirNode? DataOf(FhirNode attachment, int document, Faults faults)
    {
        var (url, data) = (attachment["url"], attachment["data"]);
        if (!url.Exists)
        {
            return data;
        }

        if (data.Exists)
        {
            faults.Add(FhirRefusals.ElementForbidden, data.Path);
        }

        if (!_byFullUrl.TryGetValue(url.Text ?? "", out var binary))
        {
            faults.Add(BundleFaults.EntryUnresolved, url.Path);
            return null;
        }

        // One content under many documents would make many of few bytes.
        if (!_documents.TryAdd(binary, document))
        {
            faults.Add(BundleFaults.BinaryNotOfOneDocument, url.Path);
            return null;
        }

        var contentType = binary.Resource["contentType"];
        if (ElementReader.Required(contentType, faults) is { } type && !string.Equals(type, attachment["contentType"].Text, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(DocumentFaults.ContentMismatch, contentType.Path);
        }

        return binary.Resource["data"];
    }

    /// <summary>Which document <paramref name="binary"/> is the content of, once each has been asked for its data.</summary>
    public int DocumentOf(BundleEntry binary, Faults faults)
    {
        if (_documents.TryGetValue(binary, out var document))
        {
            return document;
        }

        faults.Add(BundleFaults.BinaryNotOfOneDocument, binary.Resource.Path);
        return 0;
    }
}
