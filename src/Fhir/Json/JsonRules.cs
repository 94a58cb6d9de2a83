using System.Runtime.InteropServices;
using System.Text.Json;

namespace MonEspaceSante.Fhir.Json;

/// <summary>What FHIR asks of JSON before any resource (R4, JSON representation): names occur once, nothing is null, no list and no object is empty.</summary>
internal static class JsonRules
{
    public static void Check(JsonElement element, string path, Faults faults)
    {
        try
        {
            Walk(element, path, faults);
        }
        catch (InvalidOperationException)
        {
            // The parser lets half a surrogate pair through as an escape, and only says so when the text is taken.
            faults.Add(FhirRefusals.JsonMalformed, path);
        }
    }

    private static void Walk(JsonElement element, string path, Faults faults)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WalkObject(element, path, faults);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, $"{path}[{index++}]", faults);
                }

                Refuse(index == 0, path, faults);
                break;
            case JsonValueKind.String:
                if (JsonMarshal.GetRawUtf8Value(element).IndexOf("\\u"u8) >= 0)
                {
                    _ = element.GetString();
                }

                break;
            default:
                Refuse(element.ValueKind is JsonValueKind.Null, path, faults);
                break;
        }
    }

    private static void WalkObject(JsonElement element, string path, Faults faults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var child = $"{path}.{property.Name}";
            if (!names.Add(property.Name))
            {
                faults.Add(FhirRefusals.NameRepeated, child);
            }

            Walk(property.Value, child, faults);
        }

        Refuse(names.Count == 0, path, faults);
    }

    private static void Refuse(bool empty, string path, Faults faults)
    {
        if (empty)
        {
            faults.Add(FhirRefusals.ElementEmpty, path);
        }
    }
}
