using System.Text;
using System.Text.Json;

namespace MonEspaceSante.FhirSchema;

/// <summary>The value sets that elements are bound to with the strength "required", expanded by HL7.</summary>
internal static class ValueLines
{
    public static void Write(StringBuilder table, string folder, List<JsonElement> structures)
    {
        var expansions = Definitions.Bundle(folder, "valueset-expansions").ToDictionary(set => set.Text("url")!, set => set.GetProperty("expansion"));
        foreach (var url in structures.SelectMany(structure => structure.GetProperty("snapshot").Each("element")).Select(Required).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (expansions.TryGetValue(url, out var expansion) && expansion.Extension("valueset-toocostly") is null)
            {
                table.Line("values", url);
                Codes(table, expansion);
            }
            else
            {
                table.Line("values", url, "open");
            }
        }
    }

    /// <summary>The value set that <paramref name="element"/> must take its codes from, if any.</summary>
    public static string? Required(JsonElement element) =>
        !element.TryGetProperty("type", out _) || !element.TryGetProperty("binding", out var binding) ? null
        : binding.Text("strength") is "required" ? binding.Text("valueSet")?.Unversioned()
        // A language is any of BCP 47, a media type any of BCP 13: the list that is only proposed has an outermost one that is required.
        : binding.Extension("elementdefinition-maxValueSet");

    private static void Codes(StringBuilder table, JsonElement expansion)
    {
        foreach (var system in Contained(expansion).Where(concept => !concept.Flag("abstract")).GroupBy(concept => concept.Text("system")!, concept => concept.Text("code")!))
        {
            table.Line(["codes", system.Key, .. system.Distinct()]);
        }
    }

    private static IEnumerable<JsonElement> Contained(JsonElement element) =>
        element.Each("contains").SelectMany(concept => Contained(concept).Prepend(concept));
}
