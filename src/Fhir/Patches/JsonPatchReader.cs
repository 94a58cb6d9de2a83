using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Patches;

/// <summary>Reads a JSON Patch (RFC 6902) of a DocumentReference.</summary>
internal static class JsonPatchReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public static FhirReading<MetadataPatch> Read(ReadOnlyMemory<byte> body)
    {
        var faults = new Faults();
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return PatchOperation.Patch(Operations(document.RootElement, faults), faults);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not the members that RFC 6902 gives an operation, not of their kinds, or a text with half a surrogate pair.
            faults.Add(PatchRefusals.Malformed, "");
            return new(null, faults.Found);
        }
    }

    private static List<PatchOperation> Operations(JsonElement patch, Faults faults)
    {
        var operations = new List<PatchOperation>();
        foreach (var operation in patch.EnumerateArray().Take(MetadataPatch.MostOperations + 1))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"[{operations.Count}]");
            var verb = operation.GetProperty("op"u8).GetString() switch
            {
                "add" => PatchVerb.Add,
                "replace" => PatchVerb.Replace,
                "remove" => PatchVerb.Remove,
                "test" or "copy" or "move" => (PatchVerb?)null,
                _ => throw new JsonException(),
            };
            if (verb is null)
            {
                faults.Add(PatchRefusals.OperationUnsupported, place);
                continue;
            }

            var pointer = operation.GetProperty("path"u8).GetString()!;
            var target = Target(pointer);
            var value = verb is PatchVerb.Remove ? default : operation.GetProperty("value"u8);

            // To add a member that is there already is to replace it (RFC 6902, section 4.1).
            verb = verb is PatchVerb.Add && pointer is "/status" or "/securityLabel" ? PatchVerb.Replace : verb;
            operations.Add(new(verb.Value, target, Scalar(target, value), Labels(target, value), place));
        }

        return operations;
    }

    // Our sheets carry one extension, isArchived.
    private static PatchTarget? Target(string pointer) => pointer.Split('/') switch
    {
        ["", "status"] => new PatchTarget.Status(),
        ["", "securityLabel"] or ["", "securityLabel", "-"] => new PatchTarget.AllLabels(),
        ["", "securityLabel", var index] when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) => new PatchTarget.LabelAt(at),
        ["", "extension", "0", "valueBoolean"] => new PatchTarget.Archived(),
        _ => null,
    };

    private static string? Scalar(PatchTarget? target, JsonElement value) => (target, value.ValueKind) switch
    {
        (PatchTarget.Status, JsonValueKind.String) => value.GetString(),
        (PatchTarget.Archived, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean().ToString(),
        _ => null,
    };

    private static List<IReadOnlyList<(string? System, string? Code)>> Labels(PatchTarget? target, JsonElement value) =>
        target is not (PatchTarget.AllLabels or PatchTarget.LabelAt) ? []
        : value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Take(MetadataPatch.MostOperations).Select(Codings)],
            JsonValueKind.Object => [Codings(value)],
            _ => [],
        };

    private static IReadOnlyList<(string? System, string? Code)> Codings(JsonElement concept) =>
        concept.TryGetProperty("coding"u8, out var codings)
            ? [.. codings.EnumerateArray().Select(coding => (Member(coding, "system"), Member(coding, "code")))]
            : [];

    private static string? Member(JsonElement coding, string name) => coding.TryGetProperty(name, out var member) ? member.GetString() : null;
}
