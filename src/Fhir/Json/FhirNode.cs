using System.Text.Json;

namespace MonEspaceSante.Fhir.Json;

/// <summary>An element of a resource and its FHIRPath. Asking an element for what it does not have gives an element that does not exist.</summary>
internal readonly record struct FhirNode(JsonElement Json, string Path)
{
    public bool Exists => Json.ValueKind is not JsonValueKind.Undefined;

    /// <summary>The text of this element; <see langword="null"/> where it has none.</summary>
    public string? Text => Json.ValueKind is JsonValueKind.String ? Json.GetString() : null;

    public FhirNode this[string name] =>
        new(Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(name, out var child) ? child : default, $"{Path}.{name}");

    /// <summary>The items of the list <paramref name="name"/>.</summary>
    public IEnumerable<FhirNode> Each(string name)
    {
        var list = this[name];
        return list.Json.ValueKind is JsonValueKind.Array
            ? list.Json.EnumerateArray().Select((item, index) => new FhirNode(item, $"{list.Path}[{index}]"))
            : [];
    }
}
