using System.Text;
using System.Text.Json;

namespace MonEspaceSante.FhirSchema;

/// <summary>Writes the table that src/Fhir/Schema embeds: one thing on a line, its fields separated by tabs; always the same bytes.</summary>
internal static class SchemaTable
{
    private const string Head = """
        # FHIR R4 4.0.1: types, elements, rules, required codes and search parameters, from HL7's definitions (CC0).
        # Made by tools/FhirSchema from the package hl7.fhir.r4.examples 4.0.1. Never edit it by hand.
        # values     value set | open (its codes are no finite list: languages, media types, units…)
        # codes      code system | codes…                                            of the values above
        # type       primitive, datatype, part, resource or abstract | name | base | regex
        # element    name | min..max | s summary, m modifier, a attribute in XML | types, with targets | value set    of the type above
        # rule       key | severity | in words | FHIRPath                                of the type or element above
        # search     code | type | bases | targets | url | FHIRPath
        # component  url | FHIRPath                                                      of the search above

        """;

    /// <summary>The table of the definitions in <paramref name="folder"/>.</summary>
    public static string Make(string folder)
    {
        var table = new StringBuilder(Head.ReplaceLineEndings("\n"));
        var structures = Definitions.Bundle(folder, "types").Concat(Definitions.Bundle(folder, "resources"))
            .Where(resource => resource.Text("resourceType") is "StructureDefinition" && resource.Text("derivation") is not "constraint" && resource.Text("kind") is not "logical")
            .ToList();

        ValueLines.Write(table, folder, structures);
        foreach (var structure in structures.OrderBy(structure => Depth(structure, structures)))
        {
            TypeLines.Write(table, structure);
        }

        SearchLines.Write(table, folder);
        return table.ToString();
    }

    // A base stands above what is made from it.
    private static int Depth(JsonElement structure, List<JsonElement> structures) =>
        structures.Where(other => other.Text("url") == structure.Text("baseDefinition")).Select(parent => 1 + Depth(parent, structures)).SingleOrDefault();

    public static void Line(this StringBuilder table, params ReadOnlySpan<string> fields) =>
        table.Append(string.Join('\t', fields!).TrimEnd('\t')).Append('\n');
}
