using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Finds in a resource what it is searched by: made once, when it is written, and kept beside it.</summary>
public static class SearchIndexer
{
    /// <summary>The values of every search parameter of the type of <paramref name="resource"/>.</summary>
    /// <param name="resource">A resource that spaces keep.</param>
    /// <param name="space">The space that it is kept in: references to things of this space are known as such.</param>
    public static SearchIndex Index(FhirResource resource, SpaceId space)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var values = new List<IndexedValue>();
        foreach (var parameter in SearchableType.Of(resource.Type).Parameters.Where(parameter => parameter.IsIndexed))
        {
            foreach (var node in parameter.ValuesIn(resource.Root))
            {
                Add(parameter, node, space, values);
            }
        }

        return new(values.Distinct().ToValueList());
    }

    private static void Add(SearchableParameter parameter, FhirNode node, SpaceId space, List<IndexedValue> values)
    {
        var code = parameter.Schema.Code;
        switch (parameter.Schema.Type)
        {
            case "token":
                values.AddRange(IndexedTokens.Of(code, node));
                break;
            case "string":
                values.AddRange(Words(node).Select(words => new IndexedValue.Text(code, words)));
                break;
            case "date":
                values.AddRange(IndexedMoments.Of(code, node));
                break;
            case "quantity" or "number":
                values.AddRange(IndexedQuantities.Of(code, node));
                break;
            case "reference" when node.Type?.Name is "Reference":
                values.Add(ReferenceTarget.Of(node["reference"].Text, space).IndexedAs(code, node));
                break;
            case "uri" or "reference" when node.Text is { } uri:
                values.Add(new IndexedValue.Uri(code, uri));
                break;
        }
    }

    // FHIR R4, search, string: the parts of a name and of an address are searched one by one.
    private static IEnumerable<string> Words(FhirNode node) => node.Type switch
    {
        { Name: "HumanName" or "Address" } => node.Children().Where(part => part.Name is not ("use" or "type" or "period")).Select(part => part.Text).OfType<string>(),
        _ => node.Text is { } text ? [text] : [],
    };
}
