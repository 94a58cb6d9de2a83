using System.Collections.Frozen;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>The functions that we know. Those that ask a terminology, a profile or a browser (memberOf, conformsTo, htmlChecks) are not among them.</summary>
internal static class PathFunctions
{
    private static readonly FrozenDictionary<string, (PathFunction Function, int Least, int Most)> Known =
        new Dictionary<string, (PathFunction, int, int)>
        {
            ["empty"] = (Existence.Empty, 0, 0),
            ["exists"] = (Existence.Exists, 0, 1),
            ["any"] = (Existence.Exists, 0, 1),
            ["all"] = (Existence.All, 1, 1),
            ["count"] = (Existence.Count, 0, 0),
            ["hasValue"] = (Existence.HasValue, 0, 0),
            ["not"] = (Existence.Not, 0, 0),
            ["allTrue"] = (Existence.AllTrue, 0, 0),
            ["anyTrue"] = (Existence.AnyTrue, 0, 0),
            ["allFalse"] = (Existence.AllFalse, 0, 0),
            ["anyFalse"] = (Existence.AnyFalse, 0, 0),
            ["isDistinct"] = (Existence.IsDistinct, 0, 0),
            ["where"] = (Filtering.Where, 1, 1),
            ["select"] = (Filtering.Select, 1, 1),
            ["first"] = (Filtering.First, 0, 0),
            ["last"] = (Filtering.Last, 0, 0),
            ["tail"] = (Filtering.Tail, 0, 0),
            ["skip"] = (Filtering.Skip, 1, 1),
            ["take"] = (Filtering.Take, 1, 1),
            ["trace"] = (Filtering.Trace, 1, 2),
            ["iif"] = (Filtering.Iif, 2, 3),
            ["distinct"] = (Combining.Distinct, 0, 0),
            ["union"] = (Combining.Union, 1, 1),
            ["combine"] = (Combining.Combine, 1, 1),
            ["intersect"] = (Combining.Intersect, 1, 1),
            ["matches"] = (Texts.Matches, 1, 1),
            ["startsWith"] = (Texts.StartsWith, 1, 1),
            ["endsWith"] = (Texts.EndsWith, 1, 1),
            ["contains"] = (Texts.Contains, 1, 1),
            ["length"] = (Texts.Length, 0, 0),
            ["replaceMatches"] = (Texts.ReplaceMatches, 2, 2),
            ["substring"] = (Texts.Substring, 1, 2),
            ["toString"] = (Texts.ToText, 0, 0),
            ["toInteger"] = (Texts.ToInteger, 0, 0),
            ["children"] = (Navigation.Children, 0, 0),
            ["descendants"] = (Navigation.Descendants, 0, 0),
            ["extension"] = (Navigation.Extension, 1, 1),
            ["resolve"] = (Navigation.Resolve, 0, 0),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The function <paramref name="name"/>.</summary>
    /// <exception cref="FormatException">We do not know it, or it does not take so many arguments.</exception>
    public static PathFunction Find(string name, int arguments)
    {
        if (!Known.TryGetValue(name, out var known))
        {
            throw new FormatException($"The function {name} is not known here.");
        }

        return arguments >= known.Least && arguments <= known.Most
            ? known.Function
            : throw new FormatException($"The function {name} does not take {arguments} arguments.");
    }
}
