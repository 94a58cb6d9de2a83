using System.Globalization;
using System.Text.RegularExpressions;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Patches;

/// <summary>Reads a FHIRPath Patch (FHIR R4, Parameters with the parameters operation) of a DocumentReference.</summary>
internal static partial class FhirPathPatchReader
{
    public static FhirReading<MetadataPatch> Read(ReadOnlyMemory<byte> body, bool xml)
    {
        var read = xml ? FhirResource.FromXml(body) : FhirResource.FromJson(body);
        return read.Accepted ? Read(read.Value.Root) : new(null, read.Faults);
    }

    public static FhirReading<MetadataPatch> Read(FhirNode parameters)
    {
        var faults = new Faults();
        if (parameters.Type?.Name is not "Parameters")
        {
            faults.Add(PatchRefusals.Malformed, parameters.Path);
            return new(null, faults.Found);
        }

        return PatchOperation.Patch([.. parameters.Each("parameter").Take(MetadataPatch.MostOperations + 1).Select(operation => Operation(operation, faults)).OfType<PatchOperation>()], faults);
    }

    private static PatchOperation? Operation(FhirNode operation, Faults faults)
    {
        var type = Part(operation, "type")["value"].Text;
        var path = Part(operation, "path")["value"].Text;
        if (operation["name"].Text is not "operation" || type is null || path is null)
        {
            faults.Add(PatchRefusals.Malformed, operation.Path);
            return null;
        }

        // An added element is named apart: its path is the element that gets it.
        if (type is "add" && Part(operation, "name")["value"].Text is { } name)
        {
            path = $"{path}.{name}";
        }

        var value = Part(operation, "value");
        var labels = value["valueCodeableConcept"] is { Exists: true } concept ? new[] { Codings(concept) } : [];
        var text = value["value"].Text ?? Nested(value);
        switch (type)
        {
            case "add" or "insert":
                return new(PatchVerb.Add, Target(path), text, labels, operation.Path);
            case "replace":
                return new(PatchVerb.Replace, Target(path), text, labels, operation.Path);
            case "delete":
                return new(PatchVerb.Remove, Target(path), null, [], operation.Path);
            default:
                faults.Add(PatchRefusals.OperationUnsupported, operation.Path);
                return null;
        }
    }

    private static FhirNode Part(FhirNode operation, string name) => operation.Each("part").FirstOrDefault(part => part["name"].Text == name);

    // An extension is no value of Parameters: it comes as parts, url and value.
    private static string? Nested(FhirNode value) =>
        Part(value, "url")["value"].Text is PdsmExtensions.IsArchived ? Part(value, "value")["value"].Text : null;

    private static PatchTarget? Target(string path) => path switch
    {
        "DocumentReference.status" => new PatchTarget.Status(),
        "DocumentReference.securityLabel" => new PatchTarget.AllLabels(),
        "DocumentReference.extension" => new PatchTarget.Archived(),
        _ when Label().Match(path) is { Success: true } label => new PatchTarget.LabelAt(int.Parse(label.Groups[1].ValueSpan, CultureInfo.InvariantCulture)),
        _ when LabelOfCode().Match(path) is { Success: true } label => new PatchTarget.LabelOfCode(label.Groups[1].Value),
        _ when Extension().Match(path) is { Success: true } extension && extension.Groups["url"].Value is "" or PdsmExtensions.IsArchived => new PatchTarget.Archived(),
        _ => null,
    };

    private static IReadOnlyList<(string? System, string? Code)> Codings(FhirNode concept) =>
        [.. concept.Each("coding").Select(coding => (coding["system"].Text, coding["code"].Text))];

    [GeneratedRegex(@"^DocumentReference\.securityLabel\[([0-9]{1,2})\]$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^DocumentReference\.securityLabel\.where\(coding\.code ?= ?'([A-Z_]+)'\)$")]
    private static partial Regex LabelOfCode();

    // Our sheets carry one extension, isArchived; of a resource, extension(url) is where(url = …).
    [GeneratedRegex(@"^DocumentReference\.extension(?:\[0\]|\.where\(url ?= ?'(?<url>[^']+)'\)|\('(?<url>[^']+)'\))\.value(?:\.ofType\(boolean\))?$")]
    private static partial Regex Extension();
}
