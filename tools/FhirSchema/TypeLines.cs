using System.Text;
using System.Text.Json;

namespace MonEspaceSante.FhirSchema;

/// <summary>The types, each with what it adds to its base; an element with elements of its own is a type named by its path.</summary>
internal static class TypeLines
{
    private const string SystemTypes = "http://hl7.org/fhirpath/System.";

    public static void Write(StringBuilder table, JsonElement structure)
    {
        var name = structure.Text("type")!;
        var elements = structure.GetProperty("snapshot").Each("element").ToList();
        var kind = structure.Flag("abstract") ? "abstract"
            : structure.Text("kind") switch { "primitive-type" => "primitive", "complex-type" => "datatype", var other => other! };
        var owners = elements.Select(Path).Where(path => path.Contains('.')).Select(path => path[..path.LastIndexOf('.')]).Distinct().ToList();

        foreach (var owner in owners)
        {
            var own = elements.Single(element => Path(element) == owner);
            var root = owner == name;
            table.Line("type", root ? kind : "part", owner, Base(structure, own, root), kind == "primitive" ? Regex(elements) : "");
            Rules(table, structure, own);
            foreach (var element in elements.Where(element => IsOwn(element, owner) && !(kind == "primitive" && Path(element) == owner + ".value")))
            {
                Element(table, structure, element, owners);
            }
        }
    }

    private static string Path(JsonElement element) => element.Text("path")!;

    // What a type inherits is told by its base.
    private static bool IsOwn(JsonElement element, string owner) =>
        Path(element).StartsWith(owner + ".", StringComparison.Ordinal) && !Path(element)[(owner.Length + 1)..].Contains('.')
        && element.GetProperty("base").Text("path") == Path(element);

    private static string Base(JsonElement structure, JsonElement own, bool root) =>
        root ? structure.Text("baseDefinition")?[Definitions.Types.Length..] ?? "" : own.Each("type").Single().Text("code")!;

    private static string Regex(List<JsonElement> elements) =>
        elements.Single(element => Path(element).EndsWith(".value", StringComparison.Ordinal)).Each("type").Single().Extension("regex") ?? "";

    private static void Element(StringBuilder table, JsonElement structure, JsonElement element, List<string> owners)
    {
        var path = Path(element);
        var flags = (element.Flag("isSummary") ? "s" : "") + (element.Flag("isModifier") ? "m" : "") + (element.Each("representation").Any(form => form.GetString() is "xmlAttr") ? "a" : "");
        var types = element.Text("contentReference") is { } same ? same.TrimStart('#')
            : owners.Contains(path) ? path
            : string.Join(',', element.Each("type").Select(type => Type(path, type)));
        table.Line("element", path[(path.LastIndexOf('.') + 1)..], $"{element.Text("min")}..{element.Text("max")}", flags, types, ValueLines.Required(element) ?? "");
        if (owners.Contains(path))
        {
            return;
        }

        Rules(table, structure, element);
        if (element.Each("type").Any(type => type.Each("profile").Any(profile => profile.GetString() is Definitions.Types + "SimpleQuantity")))
        {
            // A profile of Quantity in the place of a type: its one rule, as HL7 words it.
            table.Line("rule", "sqt-1", "error", "The comparator is not used on a SimpleQuantity", "comparator.empty()");
        }
    }

    private static string Type(string path, JsonElement type)
    {
        var code = type.Text("code")!;
        if (code.StartsWith(SystemTypes, StringComparison.Ordinal))
        {
            // HL7's snapshots give the id of a resource as a string; its definition says id.
            return path is "Resource.id" ? "id" : type.Extension("structuredefinition-fhir-type")!;
        }

        var targets = type.Each("targetProfile").Select(profile => profile.GetString()!).Where(profile => profile.StartsWith(Definitions.Types, StringComparison.Ordinal))
            .Select(profile => profile[Definitions.Types.Length..]).ToList();
        return targets.Count == 0 ? code : $"{code}({string.Join('|', targets)})";
    }

    private static void Rules(StringBuilder table, JsonElement structure, JsonElement element)
    {
        foreach (var rule in element.Each("constraint").Where(rule => rule.Text("source") is null || rule.Text("source") == structure.Text("url")))
        {
            table.Line("rule", rule.Text("key")!, rule.Text("severity")!, rule.Text("human").OneLine(), rule.Text("expression").OneLine());
        }
    }
}
