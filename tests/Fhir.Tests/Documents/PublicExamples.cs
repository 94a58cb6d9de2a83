using System.Text.Json.Nodes;

namespace MonEspaceSante.Fhir.Tests.Documents;

/// <summary>The examples of the PDSm-for-DMP guide, which this repository does not hold: tests are skipped where they are not beside it.</summary>
internal static class PublicExamples
{
    // The examples carry a number whose key is wrong.
    private const string WrongMatricule = "123456789012345";
    private const string Matricule = "279035121518989";

    private static readonly string? Folder = Find(new(AppContext.BaseDirectory));

    /// <summary>The example <paramref name="file"/> as it is published.</summary>
    public static string Published(string file)
    {
        Skip.If(Folder is null, "The public examples are not on this machine.");
        return File.ReadAllText(Path.Combine(Folder!, file));
    }

    /// <summary>The example <paramref name="file"/>, with a number whose key is right.</summary>
    public static string Text(string file) => Published(file).Replace(WrongMatricule, Matricule, StringComparison.Ordinal);

    /// <summary>The same, parsed.</summary>
    public static JsonNode Read(string file) => JsonNode.Parse(Text(file))!;

    private static string? Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            var examples = Path.Combine(folder.FullName, "shared", "data", "ans", "pdsm4dmp");
            if (Directory.Exists(examples))
            {
                return examples;
            }
        }

        return null;
    }
}
