using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Search;

/// <summary>What a reference points at: a thing of a space, or something that only its text names.</summary>
/// <param name="Type">The type that the reference names.</param>
/// <param name="Thing">The thing, where it is of the space.</param>
/// <param name="Elsewhere">The text, where it is not.</param>
internal readonly record struct ReferenceTarget(string? Type, Guid? Thing, string? Elsewhere)
{
    /// <summary>Reads a literal reference: <c>Device/…</c>, or an address that ends so.</summary>
    public static ReferenceTarget Of(string? reference, SpaceId space)
    {
        if (reference?.Split("/_history/")[0].Split('/') is not [.., var type, var id])
        {
            return new(null, null, reference);
        }

        return ResourceId.TryParse(id, out var resource) && resource.Space == space ? new(type, resource.Thing, null) : new(type, null, reference);
    }

    /// <summary>As a value that <paramref name="reference"/> gives a search parameter.</summary>
    public IndexedValue.Link IndexedAs(string parameter, FhirNode reference) => new(
        parameter, Type ?? reference["type"].Text, Thing, Elsewhere, reference["identifier"]["system"].Text, reference["identifier"]["value"].Text);
}
