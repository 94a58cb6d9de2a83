namespace MonEspaceSante.Fhir.Tests.Model;

/// <summary>HL7's own definitions and examples of R4, where <c>npm ci</c> was run in tools/FhirSchema.</summary>
internal static class Hl7Examples
{
    public static string Folder { get; } = Path.Combine(Root, "tools", "FhirSchema", "node_modules", "hl7.fhir.r4.examples");

    public static string Root => Find(AppContext.BaseDirectory);

    /// <summary>The files of all resources; the test is skipped where they are not there.</summary>
    public static IReadOnlyList<string> Files()
    {
        Skip.IfNot(Directory.Exists(Folder), "HL7's examples are not here: run npm ci in tools/FhirSchema.");
        return [.. Directory.GetFiles(Folder, "*.json").Where(file => char.IsAsciiLetterUpper(Path.GetFileName(file)[0])).Order(StringComparer.Ordinal)];
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "MonEspaceSante.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
