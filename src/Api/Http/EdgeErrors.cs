using System.Text.Json;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Http;

/// <summary>The outermost step: gives each request its identity, and turns what breaks into an answer without a stack or an internal name.</summary>
internal sealed partial class EdgeErrors(RequestDelegate next, ILogger<EdgeErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        context.Response.Headers.XContentTypeOptions = "nosniff";

        // Nearly every answer is somebody's health data or a secret: none is kept on the way.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status413PayloadTooLarge, HasStarted: false })
            {
                // The binding of JSON bodies says no more than this when it meets the limit while reading.
                await Refusals.WriteAsync(context, EdgeRefusals.BodyTooLarge);
            }
        }
        catch (Exception trouble) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await Refusals.WriteAsync(context, Translate(trouble, context));
        }
    }

    private Refusal Translate(Exception trouble, HttpContext context)
    {
        switch (trouble)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or ContentTooLargeException:
                return EdgeRefusals.BodyTooLarge;
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return EdgeRefusals.MediaTypeUnsupported;
            case BadHttpRequestException { InnerException: JsonException { Path: { } path } }:
                return EdgeRefusals.RequestMalformed.At(path);
            case BadHttpRequestException:
                return EdgeRefusals.RequestMalformed;
            case StorageTroubleException or StorageUnavailableException or TimeoutException:
                LogStorage(logger, context.TraceIdentifier, trouble.GetType().Name);
                return EdgeRefusals.StorageUnavailable;
            default:
                // The type and the place, never the message: it may quote what the request carried.
                LogUnexpected(logger, context.TraceIdentifier, trouble.GetType().Name, trouble.StackTrace);
                return EdgeRefusals.Unexpected;
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "Request {RequestId}: storage trouble, {Kind}.")]
    private static partial void LogStorage(ILogger logger, string requestId, string kind);

    [LoggerMessage(1102, LogLevel.Error, "Request {RequestId}: {Kind} at {Place}")]
    private static partial void LogUnexpected(ILogger logger, string requestId, string kind, string? place);
}
