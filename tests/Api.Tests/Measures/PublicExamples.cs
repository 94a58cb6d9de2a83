using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Measures;

/// <summary>The public examples of the MES API, where they are on the machine.</summary>
internal static class PublicExamples
{
    /// <summary>The example <paramref name="name"/>; the test is skipped without it.</summary>
    public static async Task<JsonObject> ReadAsync(string name)
    {
        var folder = Folders().Select(up => Path.Combine(up.FullName, "shared", "data", "ans", "mes-measures")).FirstOrDefault(Directory.Exists);
        Skip.If(folder is null, "The public examples of MES are not on this machine.");
        return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, $"{name}.json")))!.AsObject();
    }

    /// <summary>Who a measure is of: the solution's number of the person gives way to the person's own, since nobody is paired here.</summary>
    public static JsonObject SubjectOf(Person person) => new() { ["identifier"] = new JsonObject { ["system"] = person.System, ["value"] = person.Matricule } };

    /// <summary>The elements that <paramref name="node"/> has at any depth, whatever their values and however many.</summary>
    public static IEnumerable<string> Shape(JsonNode? node, string path = "") => node switch
    {
        JsonObject children => children.SelectMany(child => Shape(child.Value, $"{path}.{child.Key}")).Distinct(),
        JsonArray items => items.SelectMany(item => Shape(item, path)).Distinct(),
        _ => [path],
    };

    private static IEnumerable<DirectoryInfo> Folders()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            yield return up;
        }
    }
}
