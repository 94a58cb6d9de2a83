using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Reads the entries of a Bundle of the type batch or transaction that is about resources which spaces keep.</summary>
public static class RequestReader
{
    /// <summary>Whether <paramref name="bundle"/> submits documents: another reader's (<see cref="SubmissionReader"/>).</summary>
    public static bool IsSubmission(FhirNode bundle) => bundle.Each("entry")
        .Any(entry => entry["resource"].Type?.Name is "DocumentReference" or "List" or "Binary" || entry["request"]["method"].Text is "PATCH");

    /// <summary>Reads the entries of <paramref name="bundle"/>.</summary>
    /// <returns>The entries in their order, or all that is wrong with them: <see cref="BundleFaults"/>.</returns>
    public static FhirReading<IReadOnlyList<RequestedEntry>> Read(FhirNode bundle)
    {
        var faults = new Faults();
        var entries = bundle.Each("entry").Take(SubmissionReader.MostEntries + 1).ToList();
        if (bundle["type"].Text is not ("batch" or "transaction"))
        {
            faults.Add(BundleFaults.TypeUnsupported, bundle.PathOf("type"));
        }
        else if (entries.Count is 0 or > SubmissionReader.MostEntries)
        {
            faults.Add(entries.Count == 0 ? FhirRefusals.ElementMissing : FhirRefusals.TooManyElements, bundle.PathOf("entry"));
        }

        if (faults.Found.Count > 0)
        {
            return new(null, faults.Found);
        }

        var fullUrls = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<RequestedEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry["fullUrl"].Text is { } fullUrl && !fullUrls.Add(fullUrl))
            {
                faults.Add(BundleFaults.FullUrlRepeated, entry["fullUrl"].Path);
            }

            if (Entry(entry, faults) is { } requested)
            {
                read.Add(requested);
            }
        }

        return new(faults.Found.Count == 0 ? read : null, faults.Found);
    }

    private static RequestedEntry? Entry(FhirNode entry, Faults faults)
    {
        var (request, resource) = (entry["request"], entry["resource"]);
        var (path, query) = request["url"].Text?.Split('?', 2) switch
        {
            [var bare, var parameters] => (bare, parameters),
            [var bare] => (bare, ""),
            _ => ("", ""),
        };
        var (type, id) = path.Split('/') switch
        {
            [var only] => (only, null),
            [var named, { Length: > 0 } one] => (named, one),
            _ => ("", (string?)null),
        };
        RequestedAction? action = (request["method"].Text, id, query.Length > 0, resource.Exists) switch
        {
            ("DELETE", not null, false, false) => RequestedAction.Delete,
            ("POST", null, false, true) => RequestedAction.Create,
            ("PUT", not null, false, true) or ("PUT", null, true, true) => RequestedAction.Update,
            ("GET", not null, false, false) or ("GET", null, true, false) => RequestedAction.Read,
            _ => null,
        };
        if (action is null || KeptType.Of(type) is null)
        {
            faults.Add(BundleFaults.RequestUnsupported, request.Exists ? request.Path : entry.PathOf("request"));
            return null;
        }

        return new(
            action.Value, type, id, query, entry["fullUrl"].Text, resource.Exists ? Alone(resource) : null,
            request["ifMatch"].Text, request["ifNoneExist"].Text, entry.Path);
    }

    // A resource of its own: what is kept and searched is told from its own root.
    private static FhirResource Alone(FhirNode resource) => FhirResource.FromJson(resource.Raw.ToArray()).Value!;
}
