using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Api.Fhir;

/// <summary>Answers that are FHIR resources in JSON.</summary>
internal static class FhirResults
{
    public const string ContentType = "application/fhir+json; charset=utf-8";

    /// <summary>A resource, with its version where it has one.</summary>
    public static IResult Resource(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK, int? version = null, DateTimeOffset? updated = null, string? location = null) =>
        new ResourceResult(FhirJson.Bytes(write), status, version, updated, location);

    private sealed class ResourceResult(ReadOnlyMemory<byte> body, int status, int? version, DateTimeOffset? updated, string? location) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            if (version is { } number)
            {
                response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"W/\"{number}\"");
            }

            if (updated is { } at)
            {
                response.Headers.LastModified = at.ToString("R", CultureInfo.InvariantCulture);
            }

            if (location is not null)
            {
                response.Headers.Location = location;
            }

            // RFC 7240: a client that wants no body says so.
            if (status == StatusCodes.Status201Created && httpContext.Request.Headers["Prefer"].ToString().Contains("return=minimal", StringComparison.Ordinal))
            {
                return;
            }

            response.ContentType = ContentType;
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body);
        }
    }
}
