using System.Buffers;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Resources;

/// <summary>
/// Puts the addresses that resources will have in the place of the ones that their sender gave them until they have some (R4, transaction,
/// resolving references). Everything else stays as it is, digit for digit.
/// </summary>
public static class ReferenceRewriting
{
    /// <summary>Rewrites the references of <paramref name="resource"/>.</summary>
    /// <param name="resource">What was sent.</param>
    /// <param name="addressOf">The address that takes the place of what an element says; <see langword="null"/> where it stays.</param>
    public static FhirResource Rewrite(FhirResource resource, Func<FhirNode, string?> addressOf)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(addressOf);
        var changes = new List<(int Start, int Length, string Address)>();
        Find(resource.Root, resource.Json.Span, addressOf, changes);
        if (changes.Count == 0)
        {
            return resource;
        }

        var json = resource.Json.Span;
        var rewritten = new ArrayBufferWriter<byte>(json.Length + (changes.Count * 128));
        var copied = 0;
        foreach (var (start, length, address) in changes)
        {
            rewritten.Write(json[copied..start]);
            rewritten.Write(Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(address)}\""));
            copied = start + length;
        }

        rewritten.Write(json[copied..]);
        var read = FhirResource.FromJson(rewritten.WrittenMemory);
        return read.Accepted ? read.Value : throw new InvalidOperationException($"Not FHIR R4 once its references are rewritten: {read.Faults[0].Code}.");
    }

    private static void Find(FhirNode node, ReadOnlySpan<byte> json, Func<FhirNode, string?> addressOf, List<(int, int, string)> changes)
    {
        foreach (var child in node.Children())
        {
            if (IsAddress(child) && addressOf(child) is { } address && json.Overlaps(child.Raw, out var start))
            {
                changes.Add((start, child.Raw.Length, address));
            }
            else if (!child.HasValue)
            {
                Find(child, json, addressOf, changes);
            }
        }
    }

    /// <summary>Whether <paramref name="node"/> is the address of a reference.</summary>
    public static bool IsReference(FhirNode node) => node is { Name: "reference", HasValue: true } && node.Parent.Type?.Name is "Reference";

    // R4, transaction: elements of the types Reference, uri, url, oid and uuid. Identifiers stay: they are strings, and mean something elsewhere.
    private static bool IsAddress(FhirNode node) => IsReference(node) || (node.HasValue && node.Type?.Name is "uri" or "url" or "oid" or "uuid");
}
