using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Outcomes;

namespace MonEspaceSante.Api.Fhir;

/// <summary>Answers that are FHIR resources, in the form that the client wants.</summary>
internal static class FhirResults
{
    /// <summary>A resource, with its version where it has one.</summary>
    public static IResult Resource(
        Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK, int? version = null, DateTimeOffset? updated = null, string? location = null) =>
        new ResourceResult(() => FhirJson.Bytes(write), status, version, updated, location);

    /// <summary>A resource was removed: there is no more to say.</summary>
    public static IResult Removed(int version) => new RemovedResult(version);

    /// <summary>Writes the resource <paramref name="json"/> as the body of the answer.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        var rendition = Negotiation.Of(context);
        var body = rendition.Of(json);
        context.Response.ContentType = FhirMedia.Of(rendition.Format);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private sealed class ResourceResult(Func<ReadOnlyMemory<byte>> write, int status, int? version, DateTimeOffset? updated, string? location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var (request, response) = (httpContext.Request, httpContext.Response);
            response.StatusCode = status;
            if (version is { } number)
            {
                response.Headers.ETag = Preconditions.Tag(number);
            }

            if (updated is { } at)
            {
                response.Headers.LastModified = at.ToString("R", CultureInfo.InvariantCulture);
            }

            if (location is not null)
            {
                response.Headers.Location = location;
            }

            if (HttpMethods.IsGet(request.Method) || version is null)
            {
                if (version is { } standing && Preconditions.IsKnown(request, standing, updated))
                {
                    response.StatusCode = StatusCodes.Status304NotModified;
                    return Task.CompletedTask;
                }

                return WriteAsync(httpContext, write());
            }

            return Preferences.Of(request).Return switch
            {
                PreferredReturn.Minimal => Task.CompletedTask,
                PreferredReturn.OperationOutcome => WriteAsync(httpContext, FhirJson.Bytes(json => OperationOutcomeWriter.WriteDone(json))),
                _ => WriteAsync(httpContext, write()),
            };
        }
    }

    private sealed class RemovedResult(int version) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
            httpContext.Response.Headers.ETag = Preconditions.Tag(version);
            return Task.CompletedTask;
        }
    }
}
