using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Codes, identifiers and flags as searches find them (FHIR R4, search, token).</summary>
internal static class IndexedTokens
{
    /// <summary>The tokens that <paramref name="node"/> gives the parameter <paramref name="code"/>.</summary>
    public static IEnumerable<IndexedValue> Of(string code, FhirNode node) => node.Type?.Name switch
    {
        "Coding" => [Coding(code, node)],
        "CodeableConcept" => Concept(code, node),
        "Identifier" when node["value"].Text is { } value => [new IndexedValue.Token(code, node["system"].Text, value, node["type"]["text"].Text)],
        "ContactPoint" when node["value"].Text is { } value => [new IndexedValue.Token(code, null, value)],
        _ when node.Text is { } text => [new IndexedValue.Token(code, null, text)],
        _ => [],
    };

    private static IEnumerable<IndexedValue> Concept(string code, FhirNode concept)
    {
        foreach (var coding in concept.Each("coding"))
        {
            yield return Coding(code, coding);
        }

        if (concept["text"].Text is { } text)
        {
            yield return new IndexedValue.Token(code, null, null, text);
        }
    }

    private static IndexedValue.Token Coding(string code, FhirNode coding) =>
        new(code, coding["system"].Text, coding["code"].Text, coding["display"].Text);
}
