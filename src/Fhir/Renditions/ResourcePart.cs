using System.Text;
using System.Text.Json;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Renditions;

/// <summary>The parts of a resource that R4 defines (R4, section 3.1.1.5.8).</summary>
public enum Summary
{
    /// <summary>The elements that R4 marks as summary (<c>true</c>).</summary>
    Marked,

    /// <summary>The narrative, and what cannot be left out (<c>text</c>).</summary>
    Text,

    /// <summary>Everything but the narrative (<c>data</c>).</summary>
    Data,
}

/// <summary>
/// A part of a resource, tagged as such so that nobody takes it for the whole. What is required, or changes the meaning of the rest, is always
/// in it. Of a Bundle, the part is taken of each resource inside.
/// </summary>
/// <param name="Summary">A part that R4 defines; <see langword="null"/> where the client names elements.</param>
/// <param name="Elements">The names of elements of the resource (<c>_elements</c>).</param>
public sealed record ResourcePart(Summary? Summary, IReadOnlyList<string> Elements)
{
    private const string ObservationValues = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    /// <summary>Writes the part of <paramref name="resource"/>, which is FHIR R4.</summary>
    public void Write(Utf8JsonWriter json, JsonElement resource)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (resource.GetProperty("resourceType").GetString()!)
        {
            case "Bundle":
                Copy(json, resource, "entry", entry => Copy(json, entry, "resource", inside => Write(json, inside)));
                break;

            // About the request, not about the record.
            case "OperationOutcome":
                resource.WriteTo(json);
                break;
            case var name when R4.TryType(name, out var type):
                json.AddObject(() => WriteResource(json, resource, type));
                break;
        }
    }

    private void WriteResource(Utf8JsonWriter json, JsonElement resource, TypeSchema type)
    {
        WriteMeta(json, resource.TryGetProperty("meta", out var meta) ? meta : default);
        foreach (var property in resource.EnumerateObject())
        {
            if (property.Name is "resourceType")
            {
                property.WriteTo(json);
            }
            else if (property.Name is not "meta" && SchemaOf(type, property.Name) is var (element, inner) && Takes(element))
            {
                WriteElement(json, property, inner);
            }
        }
    }

    private bool Takes(ElementSchema element) => element.Name is "id" || element.Min > 0 || Summary switch
    {
        Renditions.Summary.Marked => element.IsSummary,
        Renditions.Summary.Text => element.Name is "text",
        Renditions.Summary.Data => element.Name is not "text",
        _ => element.IsModifier || Elements.Contains(element.Name),
    };

    // The marks go down into the parts of an element; the other parts of a resource take elements whole.
    private void WriteElement(Utf8JsonWriter json, JsonProperty property, TypeSchema type)
    {
        if (Summary is not Renditions.Summary.Marked || type.IsPrimitive)
        {
            property.WriteTo(json);
        }
        else if (property.Value.ValueKind is JsonValueKind.Array)
        {
            json.WriteArray(property.Name, () =>
            {
                foreach (var item in property.Value.EnumerateArray())
                {
                    json.AddObject(() => WriteMarked(json, item, type));
                }
            });
        }
        else
        {
            json.WriteObject(property.Name, () => WriteMarked(json, property.Value, type));
        }
    }

    private void WriteMarked(Utf8JsonWriter json, JsonElement value, TypeSchema type)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (SchemaOf(type, property.Name) is var (element, inner) && (element.IsSummary || element.Min > 0 || element.Name is "id"))
            {
                WriteElement(json, property, inner);
            }
        }
    }

    private static void WriteMeta(Utf8JsonWriter json, JsonElement meta) => json.WriteObject("meta", () =>
    {
        var tags = default(JsonElement);
        if (meta.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in meta.EnumerateObject())
            {
                if (property.Name is "tag")
                {
                    tags = property.Value;
                }
                else
                {
                    property.WriteTo(json);
                }
            }
        }

        json.WriteArray("tag", () =>
        {
            if (tags.ValueKind is JsonValueKind.Array)
            {
                foreach (var tag in tags.EnumerateArray())
                {
                    tag.WriteTo(json);
                }
            }

            json.AddCoding(ObservationValues, "SUBSETTED");
        });
    });

    // Copies an object, and what it has under one name in another way.
    private static void Copy(Utf8JsonWriter json, JsonElement value, string name, Action<JsonElement> write) => json.AddObject(() =>
    {
        foreach (var property in value.EnumerateObject())
        {
            if (property.Name != name)
            {
                property.WriteTo(json);
                continue;
            }

            json.WritePropertyName(name);
            if (property.Value.ValueKind is not JsonValueKind.Array)
            {
                write(property.Value);
                continue;
            }

            json.WriteStartArray();
            foreach (var item in property.Value.EnumerateArray())
            {
                write(item);
            }

            json.WriteEndArray();
        }
    });

    // "_status" carries the id and the extensions of the primitive "status": they go together.
    private static (ElementSchema Element, TypeSchema Type)? SchemaOf(TypeSchema type, string name) =>
        type.TryElement(Encoding.UTF8.GetBytes(name.TrimStart('_')), out var element, out var valueType) ? (element, valueType) : null;
}
