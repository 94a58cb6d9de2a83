using System.Text;

namespace MonEspaceSante.FhirSchema;

/// <summary>The search parameters of the specification itself.</summary>
internal static class SearchLines
{
    public static void Write(StringBuilder table, string folder)
    {
        foreach (var parameter in Definitions.Bundle(folder, "searchParams").OrderBy(parameter => parameter.Text("url"), StringComparer.Ordinal))
        {
            table.Line(
                "search", parameter.Text("code")!, parameter.Text("type")!,
                string.Join(',', parameter.Each("base")), string.Join(',', parameter.Each("target")),
                parameter.Text("url")!, parameter.Text("expression").OneLine());
            foreach (var component in parameter.Each("component"))
            {
                table.Line("component", component.Text("definition")!, component.Text("expression").OneLine());
            }
        }
    }
}
