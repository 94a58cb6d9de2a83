using System.Text.Json;

namespace MonEspaceSante.Fhir.Json;

/// <summary>Resources inside a resource.</summary>
internal static class Contained
{
    /// <summary>The one that <c>#id</c> points at.</summary>
    public static FhirNode? Find(FhirNode resource, string id)
    {
        var list = resource["contained"];
        if (list.Json.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        // A body may contain very many: paths are made for the one that is found.
        var index = 0;
        foreach (var contained in list.Json.EnumerateArray())
        {
            if (contained.ValueKind is JsonValueKind.Object && contained.TryGetProperty("id", out var own)
                && own.ValueKind is JsonValueKind.String && own.ValueEquals(id))
            {
                return new(contained, $"{list.Path}[{index}]");
            }

            index++;
        }

        return null;
    }
}
