using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>An entry of a transaction, sorted by what it asks for.</summary>
internal sealed record BundleEntry(SubmissionEntryKind Kind, string? FullUrl, FhirNode Resource, FhirNode Request)
{
    private const string ListTypes = "https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes";

    /// <summary>Sorts <paramref name="entry"/>; <see langword="null"/>, and a fault, where it is no part of a submission.</summary>
    public static BundleEntry? Read(FhirNode entry, Faults faults)
    {
        var (resource, request) = (entry["resource"], entry["request"]);
        var type = resource.Type?.Name;
        SubmissionEntryKind? kind = (request["method"].Text, type) switch
        {
            ("POST", "List") => SubmissionEntryKind.Set,
            ("POST", "DocumentReference") => SubmissionEntryKind.Document,
            ("POST", "Binary") => SubmissionEntryKind.Content,
            ("PATCH", "Parameters" or "Binary") => SubmissionEntryKind.Supersession,
            _ => null,
        };
        if (kind is null || (request["method"].Text is "POST" && request["url"].Text != type))
        {
            faults.Add(BundleFaults.EntryUnsupported, request.Path);
            return null;
        }

        // Nothing is written under a condition: ignoring one would change what the sender asked for.
        foreach (var condition in (string[])["ifNoneMatch", "ifModifiedSince", "ifMatch", "ifNoneExist"])
        {
            if (request[condition].Exists)
            {
                faults.Add(FhirRefusals.ElementForbidden, request[condition].Path);
            }
        }

        return kind is SubmissionEntryKind.Set && !IsSubmissionSet(resource, faults) ? null : new(kind.Value, entry["fullUrl"].Text, resource, request);
    }

    private static bool IsSubmissionSet(FhirNode list, Faults faults)
    {
        var codes = list["code"].Each("coding").Where(coding => coding["system"].Text is ListTypes).Select(coding => coding["code"].Text).ToList();
        if (codes is ["submissionset"])
        {
            return true;
        }

        faults.Add(codes is ["folder"] ? BundleFaults.FolderUnsupported : BundleFaults.ListCodeUnknown, list["code"].Path);
        return false;
    }
}
