using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using static MonEspaceSante.Fhir.Json.ElementReader;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Reads a List that is a submission set (PDSm submissionset comprehensive).</summary>
internal static class SubmissionSetReader
{
    private const string Extensions = "https://profiles.ihe.net/ITI/MHD/StructureDefinition/";

    /// <summary>What <paramref name="list"/> says of the set; holes where there are faults.</summary>
    public static SubmissionDraft Read(FhirNode list, Faults faults)
    {
        Fixed(list["status"], "current", faults);
        Fixed(list["mode"], "working", faults);
        var source = list["source"];
        Required(list["date"], faults);
        return new(
            UniqueId(list, faults),
            Required(Extension(list, "ihe-sourceId", faults)["valueIdentifier"]["value"], faults)!,
            Designation(Extension(list, "ihe-designationType", faults)["valueCodeableConcept"], faults)!,
            source.Exists ? AuthorReader.One(source, list, faults) : Missing(source, faults),
            Time(list["date"], faults)?.First ?? default,
            list["title"].Text);
    }

    /// <summary>Finds what <paramref name="list"/> lists and the bundle has not, or the other way round.</summary>
    public static void CheckItems(FhirNode list, IReadOnlyList<BundleEntry> documents, Faults faults)
    {
        var unlisted = documents.Where(document => document.FullUrl is not null).Select(document => document.FullUrl!).ToHashSet(StringComparer.Ordinal);
        foreach (var item in list.Each("entry").Select(entry => entry["item"]["reference"]))
        {
            if (!unlisted.Remove(item.Text ?? ""))
            {
                faults.Add(BundleFaults.EntryUnresolved, item.Path);
            }
        }

        foreach (var outside in documents.Where(document => document.FullUrl is null || unlisted.Contains(document.FullUrl)))
        {
            faults.Add(BundleFaults.DocumentOutsideSet, outside.Resource.Path);
        }
    }

    private static void Fixed(FhirNode node, string value, Faults faults)
    {
        if (Required(node, faults) is { } text && text != value)
        {
            faults.Add(FhirRefusals.ValueInvalid, node.Path);
        }
    }

    // MHD: the identifier of use "official" is the entryUUID. A set may do without a unique identifier.
    private static string? UniqueId(FhirNode list, Faults faults)
    {
        var identifier = list.Each("identifier").FirstOrDefault(other => other["use"].Text is not "official");
        if (!identifier.Exists)
        {
            return null;
        }

        var uniqueId = UniqueIdReader.OfIdentifier(identifier);
        if (uniqueId is null)
        {
            faults.Add(DocumentFaults.UniqueIdNotUri, identifier.Path);
        }

        return uniqueId;
    }

    private static FhirNode Extension(FhirNode list, string name, Faults faults)
    {
        var extension = list.Each("extension").FirstOrDefault(extension => extension["url"].Text == Extensions + name);
        if (extension.Exists)
        {
            return extension;
        }

        var absent = list[$"extension('{Extensions}{name}')"];
        faults.Add(FhirRefusals.ElementMissing, absent.Path);
        return absent;
    }

    private static CodedValue? Designation(FhirNode concept, Faults faults)
    {
        if (!concept.Exists)
        {
            faults.Add(FhirRefusals.ElementMissing, concept.Path);
        }

        return Coded(concept, faults);
    }

    private static Author Missing(FhirNode source, Faults faults)
    {
        faults.Add(FhirRefusals.ElementMissing, source.Path);
        return new(null, null);
    }
}
