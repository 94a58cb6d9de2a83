using System.Collections.Concurrent;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Search;

/// <summary>What resources of one type can be searched by: the search parameters of R4 that compare one value, and what refers to what.</summary>
public sealed class SearchableType
{
    private static readonly ConcurrentDictionary<string, SearchableType> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SearchableParameter> _parameters;
    private readonly IReadOnlyList<string>? _includes;

    /// <summary>A type that a profile has searched by parameters of its own, whose values the domain finds.</summary>
    /// <param name="name">The type.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="includes">What can be brought along, as <c>_include</c> names it.</param>
    public SearchableType(string name, IEnumerable<SearchParameterSchema> parameters, params IReadOnlyList<string> includes)
    {
        Name = name;
        _includes = includes;
        _parameters = parameters.ToDictionary(parameter => parameter.Code, parameter => new SearchableParameter(parameter, name), StringComparer.Ordinal);
    }

    private SearchableType(string name)
    {
        Name = name;
        _parameters = R4.SearchParameters(name)
            .Where(parameter => parameter.Type is "token" or "string" or "date" or "quantity" or "number" or "reference" or "uri" && parameter.Expression.Length > 0)
            .ToDictionary(parameter => parameter.Code, parameter => new SearchableParameter(parameter, name), StringComparer.Ordinal);
    }

    /// <summary>The type.</summary>
    public string Name { get; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyCollection<SearchableParameter> Parameters => _parameters.Values;

    /// <summary>What its resources refer to that is kept beside them, as <c>_include</c> names it: <c>Observation:device</c>, <c>Slot:schedule</c>.</summary>
    public IReadOnlyList<string> Includes => _includes ?? [.. ReferencesTo(Neighbours).Select(code => $"{Name}:{code}")];

    /// <summary>What refers to its resources, as <c>_revinclude</c> names it.</summary>
    public IReadOnlyList<string> ReverseIncludes => _includes is not null ? [] :
        [.. from kept in Neighbours from code in Of(kept).ReferencesTo([Name]) select $"{kept}:{code}"];

    // Agendas and spaces are apart: a search stays in one.
    private IEnumerable<string> Neighbours => Agenda.Types.Contains(Name) ? Agenda.Types : KeptType.All.Select(kept => kept.Name);

    /// <summary>What resources of the type <paramref name="name"/> can be searched by.</summary>
    public static SearchableType Of(string name) => Known.GetOrAdd(name, added => new(added));

    /// <summary>Whether spaces or agendas keep resources of the type <paramref name="name"/>.</summary>
    internal static bool IsKept(string name) => KeptType.Of(name) is not null || Agenda.Types.Contains(name);

    /// <summary>The parameter <paramref name="code"/>; <see langword="null"/> where there is none.</summary>
    public SearchableParameter? Parameter(string code) => _parameters.GetValueOrDefault(code);

    private IEnumerable<string> ReferencesTo(IEnumerable<string> types) =>
        from parameter in _parameters.Values
        where parameter.Schema.Type is "reference" && !parameter.IsPatient && parameter.Schema.Targets.Intersect(types).Any()
        orderby parameter.Schema.Code
        select parameter.Schema.Code;
}
