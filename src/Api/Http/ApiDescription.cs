using Microsoft.OpenApi;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Security;

namespace MonEspaceSante.Api.Http;

/// <summary>
/// Describes the JSON API (<c>/openapi/v1.json</c>) from the routes that are mapped: it says no more and no less than what is served. FHIR describes
/// itself, in its CapabilityStatement.
/// </summary>
internal static class ApiDescription
{
    private const string Prefix = "api/v1/";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = described => described.RelativePath?.StartsWith(Prefix, StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "MonEspaceSante", Version = "v1",
                Description = "What FHIR does not say. Refusals are problem details (RFC 9457) with a stable code, in French and English.",
            };

            // Where it is served, the listeners say; behind which name, nobody here knows.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var served = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Description = WhoFor(served.OfType<ServedOn>().Last().Listeners, served.OfType<NeedsCaller>().Any());
            operation.Responses = new()
            {
                ["2XX"] = new OpenApiResponse { Description = "What was asked for, or that it is done." },
                ["4XX"] = new OpenApiResponse
                {
                    Description = "A refusal: its code, and a sentence in each language.",
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
                },
            };
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/openapi/v1.json").WithMetadata(new ServedOn(Listener.Citizens | Listener.Professionals));

    private static string WhoFor(Listener listeners, bool known) =>
        listeners.HasFlag(Listener.Professionals) ? "On the listener that asks for a client certificate."
        : known ? "On the citizens' listener, with the token of a session (Authorization: Bearer)."
        : "On the citizens' listener, for anybody.";
}
