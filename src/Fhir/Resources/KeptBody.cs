using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using JsonText = MonEspaceSante.Domain.Kernel.JsonText;

namespace MonEspaceSante.Fhir.Resources;

/// <summary>
/// A resource as spaces keep it: what was sent, digit for digit, but for what only the space knows: identity, version, moment of the version.
/// </summary>
public static class KeptBody
{
    /// <summary>What is kept of <paramref name="resource"/>.</summary>
    /// <returns>The body, or <c>fhir-json-malformed</c> where it nests deeper than what is kept.</returns>
    public static Outcome<JsonText> Of(FhirResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        try
        {
            return JsonText.Of(FhirJson.Bytes(json => WriteKept(json, resource)));
        }
        catch (JsonException)
        {
            return FhirRefusals.JsonMalformed.At(resource.Type);
        }
    }

    /// <summary>Writes the resource that <paramref name="body"/> was kept of.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="body">What is kept.</param>
    /// <param name="id">Its logical id.</param>
    /// <param name="version">Its version.</param>
    /// <param name="updated">When this version was made.</param>
    public static void Write(Utf8JsonWriter json, JsonText body, ResourceId id, int version, DateTimeOffset updated)
    {
        ArgumentNullException.ThrowIfNull(json);
        var members = new JsonMembers(body.Utf8.Span);
        json.WriteStartObject();
        members.MoveNext();
        members.CopyTo(json);
        json.WriteString("id", id.ToString());
        json.WriteStartObject("meta");
        json.WriteString("versionId", version.ToString(CultureInfo.InvariantCulture));
        json.WriteInstant("lastUpdated", updated);
        var more = members.MoveNext();
        if (more && members.Name.SequenceEqual("meta"u8))
        {
            CopyMeta(json, members.Value);
            more = members.MoveNext();
        }

        json.WriteEndObject();
        for (; more; more = members.MoveNext())
        {
            members.CopyTo(json);
        }

        json.WriteEndObject();
    }

    // The type, then meta where something is left of it, then the rest as it came: Write counts on it.
    private static void WriteKept(Utf8JsonWriter json, FhirResource resource)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", resource.Type);
        if (resource.Root["meta"] is { Exists: true } meta && IsLeft(meta.Raw))
        {
            json.WriteStartObject("meta");
            CopyMeta(json, meta.Raw);
            json.WriteEndObject();
        }

        var members = new JsonMembers(resource.Json.Span);
        while (members.MoveNext())
        {
            if (!(members.Name.SequenceEqual("resourceType"u8) || members.Name.SequenceEqual("meta"u8) || IsNamed(members.Name, "id"u8)))
            {
                members.CopyTo(json);
            }
        }

        json.WriteEndObject();
    }

    // FHIR has no empty objects.
    private static bool IsLeft(ReadOnlySpan<byte> meta)
    {
        var members = new JsonMembers(meta);
        while (members.MoveNext())
        {
            if (!IsNamed(members.Name, "versionId"u8) && !IsNamed(members.Name, "lastUpdated"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static void CopyMeta(Utf8JsonWriter json, ReadOnlySpan<byte> meta)
    {
        var members = new JsonMembers(meta);
        while (members.MoveNext())
        {
            if (!IsNamed(members.Name, "versionId"u8) && !IsNamed(members.Name, "lastUpdated"u8))
            {
                members.CopyTo(json);
            }
        }
    }

    // With the extensions that the primitive may have.
    private static bool IsNamed(ReadOnlySpan<byte> member, ReadOnlySpan<byte> element) => member.TrimStart((byte)'_').SequenceEqual(element);
}
