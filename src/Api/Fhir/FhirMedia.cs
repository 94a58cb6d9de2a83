using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using MonEspaceSante.Fhir.Renditions;

namespace MonEspaceSante.Api.Fhir;

/// <summary>The media types of FHIR, and the ones that R4 asks to take for them (R4, section 3.1.0.1.11).</summary>
internal static class FhirMedia
{
    private const string Version = "4.0";

    /// <summary>The Content-Type of answers in <paramref name="format"/>.</summary>
    public static string Of(FhirFormat format) => format switch
    {
        FhirFormat.Json => "application/fhir+json; charset=utf-8",
        FhirFormat.Xml => "application/fhir+xml; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    /// <summary>The format that the media type <paramref name="type"/> names; <see langword="null"/> for another one, or another version of FHIR.</summary>
    public static FhirFormat? Read(MediaTypeHeaderValue type)
    {
        var version = type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("fhirVersion", StringComparison.OrdinalIgnoreCase))?.Value.Value;
        var utf8 = !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return utf8 && version is null or Version ? Read(type.MediaType) : null;
    }

    /// <summary>The format that <paramref name="name"/> names, a media type or the short forms of <c>_format</c>.</summary>
    public static FhirFormat? Read(StringSegment name) => name.Value?.ToLowerInvariant() switch
    {
        "json" or "application/fhir+json" or "application/json" or "text/json" or "application/json+fhir" => FhirFormat.Json,
        "xml" or "application/fhir+xml" or "application/xml" or "text/xml" or "application/xml+fhir" => FhirFormat.Xml,
        _ => null,
    };

    /// <summary>The format of the body of <paramref name="request"/>, as it says itself.</summary>
    public static FhirFormat? OfBody(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? Read(type) : null;
}
