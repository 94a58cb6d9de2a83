using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Tests;

/// <summary>What leaves the house is approved: held byte for byte against the files of the folder Golden, beside the tests.</summary>
/// <remarks>To approve a change, delete the file, run the test once (it fails and writes the file), and read the difference before committing.</remarks>
internal static class Golden
{
    public static void Approve(string name, Action<Utf8JsonWriter> write, [CallerFilePath] string here = "") =>
        ApproveText(name + ".json", Encoding.UTF8.GetString(FhirJson.Bytes(write, pretty: true)), here);

    public static void ApproveText(string name, string text, [CallerFilePath] string here = "")
    {
        var written = text + "\n";
        var file = Path.Combine(Root(here), "Golden", name);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, written);
            Assert.Fail($"{file} was written: read it, then run again.");
        }

        Assert.Equal(File.ReadAllText(file), written);
    }

    private static string Root(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return File.Exists(Path.Combine(folder, "Fhir.Tests.csproj")) ? folder : Root(folder);
    }
}
