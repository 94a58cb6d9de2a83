using System.Text.Json;
using System.Text.Unicode;

namespace MonEspaceSante.Fhir.Json;

/// <summary>The strict way into a body: after it, names occur once, nothing is empty, every text is text, and every element is one of R4's.</summary>
internal static class FhirBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>
    /// Reads <paramref name="utf8"/> as a resource of the type <paramref name="resourceType"/>. <see langword="null"/> where the JSON itself is
    /// wrong; otherwise <paramref name="faults"/> may have elements that R4 does not, and the rest can still be read for further faults.
    /// </summary>
    public static JsonDocument? Open(ReadOnlyMemory<byte> utf8, string resourceType, Faults faults)
    {
        var document = Parse(utf8);
        if (document is not { RootElement.ValueKind: JsonValueKind.Object })
        {
            faults.Add(FhirRefusals.JsonMalformed, resourceType);
        }
        else
        {
            JsonRules.Check(document.RootElement, resourceType, faults);
        }

        if (faults.Found.Count > 0)
        {
            return null;
        }

        var resource = new FhirNode(document!.RootElement, resourceType);
        if (resource["resourceType"].Text != resourceType)
        {
            faults.Add(FhirRefusals.ResourceTypeWrong, resourceType);
            return null;
        }

        R4Shapes.Check(resource, resourceType, faults);
        return document;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(utf8, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
