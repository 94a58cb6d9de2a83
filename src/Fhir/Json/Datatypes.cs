using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Documents;

namespace MonEspaceSante.Fhir.Json;

/// <summary>The datatypes of R4, as the writers of resources need them: Write… writes an element of a name, Add… an item of a list.</summary>
internal static class Datatypes
{
    private const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";

    /// <summary>An instant, with the offset it was given with.</summary>
    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset instant) => json.WriteString(name, Instant(instant));

    public static string Instant(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    public static void WriteStringIfAny(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 })
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteObject(this Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartObject(name);
        content();
        json.WriteEndObject();
    }

    public static void AddObject(this Utf8JsonWriter json, Action content)
    {
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }

    public static void WriteArray(this Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartArray(name);
        content();
        json.WriteEndArray();
    }

    /// <summary>A list of objects; FHIR has no empty ones.</summary>
    public static void WriteArrayIfAny<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> content)
    {
        var begun = false;
        foreach (var item in items)
        {
            if (!begun)
            {
                json.WriteStartArray(name);
                begun = true;
            }

            json.WriteStartObject();
            content(item);
            json.WriteEndObject();
        }

        if (begun)
        {
            json.WriteEndArray();
        }
    }

    /// <summary>A list of texts; FHIR has no empty ones.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        var begun = false;
        foreach (var text in texts)
        {
            if (!begun)
            {
                json.WriteStartArray(name);
                begun = true;
            }

            json.WriteStringValue(text);
        }

        if (begun)
        {
            json.WriteEndArray();
        }
    }

    public static void WriteCoding(this Utf8JsonWriter json, string name, string? system, string code, string? display = null) =>
        json.WriteObject(name, () => json.WriteCodingContent(system, code, display));

    public static void AddCoding(this Utf8JsonWriter json, string? system, string code, string? display = null) =>
        json.AddObject(() => json.WriteCodingContent(system, code, display));

    public static void WriteConcept(this Utf8JsonWriter json, string name, string? system, string code, string? display = null) =>
        json.WriteObject(name, () => json.WriteArray("coding", () => json.AddCoding(system, code, display)));

    public static void AddConcept(this Utf8JsonWriter json, string? system, string code, string? display = null) =>
        json.AddObject(() => json.WriteArray("coding", () => json.AddCoding(system, code, display)));

    public static void WriteConceptIfAny(this Utf8JsonWriter json, string name, CodedValue? value)
    {
        if (value is not null)
        {
            json.WriteConcept(name, value.System, value.Code, value.Display);
        }
    }

    public static void WriteIdentifier(this Utf8JsonWriter json, string name, string system, string value, string? use = null) =>
        json.WriteObject(name, () => json.WriteIdentifierContent(system, value, use));

    public static void AddIdentifier(this Utf8JsonWriter json, string system, string value, string? use = null) =>
        json.AddObject(() => json.WriteIdentifierContent(system, value, use));

    /// <summary>A text, in French as the language of the platform, with its translation into English.</summary>
    public static void WriteBilingual(this Utf8JsonWriter json, string name, string french, string english)
    {
        json.WriteString(name, french);
        json.WriteObject("_" + name, () => json.WriteArray("extension", () => json.AddObject(() =>
        {
            json.WriteString("url", Translation);
            json.WriteArray("extension", () =>
            {
                json.AddExtension("lang", () => json.WriteString("valueCode", "en"));
                json.AddExtension("content", () => json.WriteString("valueString", english));
            });
        })));
    }

    public static void AddExtension(this Utf8JsonWriter json, string url, Action value) => json.AddObject(() =>
    {
        json.WriteString("url", url);
        value();
    });

    private static void WriteCodingContent(this Utf8JsonWriter json, string? system, string code, string? display)
    {
        json.WriteStringIfAny("system", system);
        json.WriteString("code", code);
        json.WriteStringIfAny("display", display);
    }

    private static void WriteIdentifierContent(this Utf8JsonWriter json, string system, string value, string? use)
    {
        json.WriteStringIfAny("use", use);
        json.WriteString("system", system);
        json.WriteString("value", value);
    }
}
