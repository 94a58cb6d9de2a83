using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Reads a parameter that narrows a search.</summary>
internal static class SearchConditions
{
    public static Refusal? Take(SearchableType type, string name, string value, SpaceId space, SearchDraft draft)
    {
        var (code, modifierName) = name.Split(':', 2) is [var bare, var modified] ? (bare, modified) : (name, null);
        if (type.Parameter(code) is not { } parameter)
        {
            // Chains too: they lead out of the space, but for those of SearchChain.
            return SearchFaults.ParameterUnknown.At(code);
        }

        if (ModifierOf(parameter, modifierName) is not var (modifier, target) || parameter.IsPatient)
        {
            return SearchFaults.ModifierUnsupported.At(code);
        }

        var sought = new List<Sought>();
        foreach (var text in SearchWords.Split(value, ','))
        {
            if (Read(parameter, modifier, target, text, space) is not { } read)
            {
                return SearchFaults.ParameterInvalid.At(code);
            }

            sought.Add(read);
        }

        draft.Clauses.Add(new(code, modifier, sought.ToValueList()));
        return null;
    }

    // An id that cannot be one of the space finds nothing: ids tell nothing of others.
    private static Sought? Read(SearchableParameter parameter, Modifier modifier, string? target, string text, SpaceId space) =>
        parameter.Schema.Code is Clause.Id && modifier is not Modifier.Missing
            ? new Sought.Link(null, ResourceId.TryParse(text, out var id) && id.Space == space ? id.Thing : Guid.Empty)
            : SoughtValues.Read(parameter.Schema.Type, modifier, target, text, space);

    private static (Modifier Modifier, string? Target)? ModifierOf(SearchableParameter parameter, string? name) => (parameter.Schema.Type, name) switch
    {
        (_, null) => (Modifier.None, null),
        (_, "missing") => (Modifier.Missing, null),
        ("token", "not") => (Modifier.Not, null),
        ("token", "text") when parameter.Schema.Code is not Clause.Id => (Modifier.Text, null),
        ("string", "exact") => (Modifier.Exact, null),
        ("string", "contains") => (Modifier.Contains, null),
        ("reference", "identifier") => (Modifier.Identifier, null),
        ("reference", _) when Named(parameter, name) is { } type => (Modifier.Identifier, type),
        ("reference", _) when parameter.Schema.Targets.Contains(name) => (Modifier.None, name),
        ("uri", "below") => (Modifier.Below, null),
        ("uri", "above") => (Modifier.Above, null),
        _ => null,
    };

    // performer:Practitioner.identifier: whoever stands outside of what is searched is known by the identifier that the reference itself tells.
    private static string? Named(SearchableParameter parameter, string name) =>
        name.Split('.') is [var type, "identifier"] && parameter.Schema.Targets.Contains(type) && !SearchableType.IsKept(type) ? type : null;
}
