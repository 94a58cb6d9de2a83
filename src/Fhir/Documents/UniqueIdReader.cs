using System.Text.RegularExpressions;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Reads identifiers of documents (uniqueId): URIs made of an OID or a UUID.</summary>
internal static partial class UniqueIdReader
{
    /// <summary>The unique identifier of <paramref name="resource"/>.</summary>
    public static string? Read(FhirNode resource, Faults faults)
    {
        // The DMP guide puts it in masterIdentifier on one page and searches it through identifier on others. MHD marks entryUUID "official".
        var identifier = resource["masterIdentifier"] is { Exists: true } master
            ? master
            : resource.Each("identifier").OrderBy(other => other["use"].Text is "official").FirstOrDefault();
        if (!identifier.Exists)
        {
            faults.Add(FhirRefusals.ElementMissing, resource["masterIdentifier"].Path);
            return null;
        }

        var uniqueId = OfIdentifier(identifier);
        if (uniqueId is null)
        {
            faults.Add(DocumentFaults.UniqueIdNotUri, identifier.Path);
        }

        return uniqueId;
    }

    /// <summary>The unique identifier that <paramref name="identifier"/> is.</summary>
    public static string? OfIdentifier(FhirNode identifier) => Of(identifier["system"].Text, identifier["value"].Text);

    /// <summary>The unique identifier that the search token <c>system|value</c> is.</summary>
    public static string? OfToken(string token) => token.Split('|') is [var system, var value] ? Of(system, value) : null;

    private static string? Of(string? system, string? value) =>
        system is not CodeSystems.Uris || value is null ? null
        : Oid().IsMatch(value) ? value
        // RFC 9562: compared without regard to case, written in lower case.
        : value.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(value[9..], "D", out var uuid) ? $"urn:uuid:{uuid}"
        : null;

    [GeneratedRegex("""^urn:oid:[0-2](\.(0|[1-9][0-9]{0,38})){1,60}\z""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Oid();
}
