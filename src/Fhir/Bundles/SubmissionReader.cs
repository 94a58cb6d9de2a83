using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Reads a Bundle that submits documents (PDSm comprehensive provide document bundle, IHE ITI-65), with its replacements (TD2.1).</summary>
public static class SubmissionReader
{
    /// <summary>The most entries of a bundle.</summary>
    public const int MostEntries = 500;

    private const string ResourceType = "Bundle";

    /// <summary>Reads <paramref name="json"/>, FHIR R4 in UTF-8.</summary>
    /// <returns>The submission, or all that is wrong with it: <see cref="BundleFaults"/>, and those of a <see cref="DocumentReferenceReader"/>.</returns>
    public static FhirReading<ReadSubmission> Read(ReadOnlyMemory<byte> json)
    {
        var faults = new Faults();
        var bundle = FhirBody.Open(json, ResourceType, faults);
        var read = bundle.Exists ? Bundle(bundle, faults) : null;
        return new(faults.Found.Count == 0 ? read : null, faults.Found);
    }

    /// <summary>Reads <paramref name="bundle"/>, a Bundle that was read already.</summary>
    /// <returns>As the other.</returns>
    public static FhirReading<ReadSubmission> Read(FhirResource bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var faults = new Faults();
        Modifiers.Refuse(bundle, faults);
        var read = Bundle(bundle.Root, faults);
        return new(faults.Found.Count == 0 ? read : null, faults.Found);
    }

    private static ReadSubmission? Bundle(FhirNode bundle, Faults faults)
    {
        if (bundle["type"].Text is not "transaction")
        {
            faults.Add(BundleFaults.TypeUnsupported, bundle["type"].Path);
            return null;
        }

        var found = bundle.Each("entry").Take(MostEntries + 1).ToList();
        if (found.Count > MostEntries)
        {
            faults.Add(FhirRefusals.TooManyElements, bundle.PathOf("entry"));
            return null;
        }

        CheckFullUrls(found, faults);
        var entries = found.Select(entry => BundleEntry.Read(entry, faults)).OfType<BundleEntry>().ToList();
        return Submission(entries, bundle.PathOf("entry"), faults);
    }

    private static ReadSubmission? Submission(List<BundleEntry> entries, string place, Faults faults)
    {
        var documents = entries.Where(entry => entry.Kind is SubmissionEntryKind.Document).ToList();
        if (documents.Count == 0)
        {
            faults.Add(BundleFaults.NoDocument, place);
        }

        if (entries.Where(entry => entry.Kind is SubmissionEntryKind.Set).ToList() is not [var set])
        {
            faults.Add(BundleFaults.SetNotOne, place);
            return null;
        }

        var binaries = new BundleBinaries(entries);
        var read = documents.Select((entry, index) => new PlacedDocument(
            DocumentReferenceReader.Resource(entry.Resource, (attachment, found) => binaries.DataOf(attachment, index, found), faults), entry.Resource.Path)).ToList();
        SubmissionSetReader.CheckItems(set.Resource, documents, faults);
        return new(
            Patient(set, read, faults)!, SubmissionSetReader.Read(set.Resource, faults), set.Resource.Path, read,
            [.. entries.Where(entry => entry.Kind is SubmissionEntryKind.Supersession).Select(entry => SupersessionReader.Read(entry, faults))],
            Numbered(entries, binaries, faults));
    }

    private static void CheckFullUrls(List<FhirNode> entries, Faults faults)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fullUrl in entries.Select(entry => entry["fullUrl"]))
        {
            if (fullUrl.Text is { } text && !known.Add(text))
            {
                faults.Add(BundleFaults.FullUrlRepeated, fullUrl.Path);
            }
        }
    }

    // A transaction stays in one space: a bundle that mixes two patients is refused (security design, R22).
    private static SubjectKey? Patient(BundleEntry set, List<PlacedDocument> documents, Faults faults)
    {
        var patient = SubjectReader.Read(set.Resource["subject"], set.Resource, faults);
        foreach (var document in documents.Where(document => document.Document.Patient is { } named && patient is not null && named != patient))
        {
            faults.Add(BundleFaults.PatientsMixed, $"{document.Place}.subject");
        }

        return patient;
    }

    private static List<SubmissionEntry> Numbered(List<BundleEntry> entries, BundleBinaries binaries, Faults faults)
    {
        var (numbered, documents, superseded) = (new List<SubmissionEntry>(entries.Count), 0, 0);
        foreach (var entry in entries)
        {
            numbered.Add(new(entry.Kind, entry.Kind switch
            {
                SubmissionEntryKind.Document => documents++,
                SubmissionEntryKind.Content => binaries.DocumentOf(entry, faults),
                SubmissionEntryKind.Supersession => superseded++,
                _ => 0,
            }));
        }

        return numbered;
    }
}
