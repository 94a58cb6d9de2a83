using System.Text.RegularExpressions;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Search;

/// <summary>A search parameter of one type of resource.</summary>
public sealed class SearchableParameter
{
    private readonly FhirPath _path;

    // The elements of the resource that the path begins at: without any of them there is nothing to find, and nothing to evaluate.
    private readonly string[] _roots;

    internal SearchableParameter(SearchParameterSchema schema, string type)
    {
        Schema = schema;
        var expression = PartFor(schema.Expression, type);
        _path = FhirPath.Compile(expression);
        _roots = [.. Regex.Matches(expression, $@"\b(?:{type}|Resource|DomainResource)\.(\w+)").Select(match => match.Groups[1].Value).Distinct()];
    }

    /// <summary>Its definition in R4.</summary>
    public SearchParameterSchema Schema { get; }

    /// <summary>Whether it names the patient, hence the space that is searched.</summary>
    public bool IsPatient => PatientParameter.IsOne(Schema.Code);

    /// <summary>Whether its values are found in the resource: the patient is the same in a whole space, identity and moment are given there.</summary>
    public bool IsIndexed => !IsPatient && Schema.Code is not (Clause.Id or Clause.LastUpdated);

    /// <summary>The elements of <paramref name="resource"/> that it is about.</summary>
    public IReadOnlyList<FhirNode> ValuesIn(FhirNode resource)
    {
        foreach (var root in _roots)
        {
            if (resource[root].Exists)
            {
                return _path.Select(resource);
            }
        }

        return [];
    }

    // R4 defines some parameters for many types at once: only what speaks of this one can find anything in it.
    private static string PartFor(string expression, string type)
    {
        var parts = Alternatives(expression).Where(part => StartsWith(part, type) || StartsWith(part, "Resource") || StartsWith(part, "DomainResource")).ToList();
        return parts.Count > 0 ? string.Join(" | ", parts) : expression;
    }

    private static bool StartsWith(string part, string type) => part.TrimStart('(', ' ').StartsWith($"{type}.", StringComparison.Ordinal);

    private static IEnumerable<string> Alternatives(string expression)
    {
        var (depth, start) = (0, 0);
        for (var index = 0; index < expression.Length; index++)
        {
            depth += expression[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && expression[index] == '|')
            {
                yield return expression[start..index].Trim();
                start = index + 1;
            }
        }

        yield return expression[start..].Trim();
    }
}
