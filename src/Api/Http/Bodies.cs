using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Api.Http;

/// <summary>Reads request bodies, counted while reading.</summary>
internal static class Bodies
{
    /// <summary>The whole body, at most <paramref name="maximum"/> bytes.</summary>
    public static async Task<Outcome<byte[]>> ReadAsync(HttpContext context, long maximum)
    {
        if (context.Request.ContentLength > maximum)
        {
            return EdgeRefusals.BodyTooLarge;
        }

        using var body = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (body.Length + read > maximum)
            {
                return EdgeRefusals.BodyTooLarge;
            }

            body.Write(chunk, 0, read);
        }

        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }

    /// <summary>Whether the body says it is JSON, FHIR's own or plain.</summary>
    public static bool IsJson(HttpRequest request) =>
        request.ContentType is { } type && (type.StartsWith("application/fhir+json", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase));
}
