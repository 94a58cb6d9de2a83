using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Search;

/// <summary>
/// Conditions on what a reference points at (FHIR R4, search, chained parameters): <c>schedule.actor</c> or <c>schedule:Schedule.actor</c>. One step.
/// </summary>
/// <param name="reference">The parameter that leads on.</param>
/// <param name="target">The type that it leads to.</param>
public sealed class SearchChain(string reference, SearchableType target)
{
    /// <summary>Whether the parameter <paramref name="name"/> leads over the reference.</summary>
    public bool Leads(string name) => Rest(name) is not null;

    /// <summary>Reads <paramref name="parameters"/>, all of which lead over the reference, as conditions on what it points at.</summary>
    public Outcome<ValueList<Clause>> Read(IEnumerable<KeyValuePair<string, string>> parameters, SpaceId space)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var draft = new SearchDraft();
        foreach (var (name, value) in parameters)
        {
            if (SearchConditions.Take(target, Rest(name) ?? name, value, space, draft) is { } refusal)
            {
                return refusal;
            }
        }

        return draft.Clauses.ToValueList();
    }

    private string? Rest(string name) =>
        After($"{reference}.", name) ?? After($"{reference}:{target.Name}.", name);

    private static string? After(string beginning, string name) => name.StartsWith(beginning, StringComparison.Ordinal) ? name[beginning.Length..] : null;
}
