using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Reads what is to be told with the matches: one step, inside the space (security design, R22).</summary>
internal static class SearchInclusions
{
    private const int Most = 10;

    public static Refusal? Take(SearchableType type, string name, string value, SearchDraft draft)
    {
        var reverse = name is "_revinclude";
        var parts = value.Split(':');
        var listed = parts.Length is 2 or 3 && (reverse ? type.ReverseIncludes : type.Includes).Contains($"{parts[0]}:{parts[1]}");
        if (name is not ("_include" or "_revinclude") || !listed || draft.Include.Count == Most)
        {
            return SearchFaults.InclusionUnknown.At(name);
        }

        draft.Include.Add(new(parts[0], parts[1], parts is [_, _, { Length: > 0 } target] ? target : null, reverse));
        return null;
    }
}
