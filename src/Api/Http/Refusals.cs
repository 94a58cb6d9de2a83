using System.Globalization;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Outcomes;

namespace MonEspaceSante.Api.Http;

/// <summary>Answers that are refusals: an OperationOutcome on FHIR addresses, problem details (RFC 9457) on the others.</summary>
internal static class Refusals
{
    public static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.NotAllowed => StatusCodes.Status405MethodNotAllowed,
        RefusalKind.NotAcceptable => StatusCodes.Status406NotAcceptable,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.ConditionFailed => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unsupported => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of refusal."),
    };

    public static IResult Answer(params IReadOnlyList<Refusal> refusals) => new RefusalResult(refusals);

    public static Task WriteAsync(HttpContext context, params IReadOnlyList<Refusal> refusals)
    {
        var response = context.Response;
        response.StatusCode = Status(refusals[0].Kind);
        switch (refusals[0].Kind)
        {
            case RefusalKind.Unauthenticated:
                response.Headers.WWWAuthenticate = "Bearer";
                break;
            case RefusalKind.Unavailable:
                response.Headers.RetryAfter = "2";
                break;
            case RefusalKind.TooMany:
                response.Headers.RetryAfter = (refusals[0].RetryAfter ?? 3600).ToString(CultureInfo.InvariantCulture);
                break;
            default:
                break;
        }

        return context.Request.Path.StartsWithSegments("/fhir")
            ? FhirResults.WriteAsync(context, FhirJson.Bytes(json => OperationOutcomeWriter.Write(json, refusals)))
            : WriteProblem(response, ProblemWriter.Write(refusals[0], response.StatusCode, context.TraceIdentifier));
    }

    private static Task WriteProblem(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        response.ContentType = "application/problem+json; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }

    private sealed class RefusalResult(IReadOnlyList<Refusal> refusals) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, refusals);
    }
}
