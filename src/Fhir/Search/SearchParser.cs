using System.Globalization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Search;

/// <summary>A search of resources of one type in one space, as it was understood.</summary>
/// <param name="Query">What is searched for.</param>
/// <param name="Understood">The parameters that were followed; those that were left out are not among them.</param>
public sealed record ParsedSearch(ResourceQuery Query, IReadOnlyList<KeyValuePair<string, string>> Understood);

/// <summary>Reads the parameters of a search (FHIR R4, search): a comma means "or", repetition means "and".</summary>
public static class SearchParser
{
    /// <summary>Reads <paramref name="parameters"/>, decoded.</summary>
    /// <param name="type">What is searched.</param>
    /// <param name="parameters">Names and values.</param>
    /// <param name="space">The space that is searched: what names its patient is no condition.</param>
    /// <param name="lenient">Parameters that are not known are left out, not refused.</param>
    public static Outcome<ParsedSearch> Read(SearchableType type, IEnumerable<KeyValuePair<string, string>> parameters, SpaceId space, bool lenient)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(parameters);
        var draft = new SearchDraft();
        var understood = new List<KeyValuePair<string, string>>();
        foreach (var parameter in parameters)
        {
            if (Take(type, parameter.Key, parameter.Value, space, draft) is not { } refusal)
            {
                understood.Add(parameter);
            }
            else if (!lenient || refusal.Code != SearchFaults.ParameterUnknown.Code)
            {
                return refusal;
            }
        }

        return new ParsedSearch(draft.Query, understood);
    }

    /// <summary>Reads the condition of a conditional writing: parameters as in a search, and nothing of how an answer looks.</summary>
    public static Outcome<ValueList<Clause>> ReadCondition(SearchableType type, IEnumerable<KeyValuePair<string, string>> parameters, SpaceId space)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(parameters);
        var draft = new SearchDraft();
        foreach (var (name, value) in parameters)
        {
            if (!PatientParameter.IsOne(name) && SearchConditions.Take(type, name, value, space, draft) is { } refusal)
            {
                return refusal;
            }
        }

        return draft.Clauses.ToValueList();
    }

    private static Refusal? Take(SearchableType type, string name, string value, SpaceId space, SearchDraft draft) => name switch
    {
        // How the answer looks: read by who writes it.
        "_format" or "_pretty" or "_elements" => null,
        "_summary" => Summary(value, draft),
        "_count" => Count(value, draft),
        "_total" => Total(value, draft),
        "_sort" => Sort(type, value, draft),
        "_include" or "_include:iterate" or "_revinclude" or "_revinclude:iterate" => SearchInclusions.Take(type, name, value, draft),
        _ when PatientParameter.IsOne(name) => null,
        _ => SearchConditions.Take(type, name, value, space, draft),
    };

    private static Refusal? Summary(string value, SearchDraft draft)
    {
        draft.CountsOnly = value is "count";
        return null;
    }

    private static Refusal? Count(string value, SearchDraft draft)
    {
        var read = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        draft.Count = count;
        return read ? null : SearchFaults.ParameterInvalid.At("_count");
    }

    private static Refusal? Total(string value, SearchDraft draft)
    {
        // Inside one space, counting is as cheap as estimating.
        draft.WithTotal = value is "accurate" or "estimate";
        return draft.WithTotal || value is "none" ? null : SearchFaults.ParameterInvalid.At("_total");
    }

    private static Refusal? Sort(SearchableType type, string value, SearchDraft draft)
    {
        foreach (var key in value.Split(','))
        {
            var parameter = key.TrimStart('-');
            if (type.Parameter(parameter) is null || key.Length > parameter.Length + 1)
            {
                return SearchFaults.ParameterInvalid.At("_sort");
            }

            draft.Sort.Add(new(parameter, key[0] == '-'));
        }

        return null;
    }
}
