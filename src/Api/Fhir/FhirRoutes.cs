using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Fhir.Capabilities;

namespace MonEspaceSante.Api.Fhir;

/// <summary>
/// Maps FHIR routes under <c>/fhir</c>, on both public listeners, and remembers each: the CapabilityStatement is written from what was mapped,
/// so it cannot lie.
/// </summary>
internal sealed class FhirRoutes
{
    private readonly RouteGroupBuilder _routes;
    private readonly List<DeclaredInteraction> _interactions = [];
    private readonly List<DeclaredOperation> _operations = [];

    public FhirRoutes(IEndpointRouteBuilder app)
    {
        _routes = app.MapGroup("/fhir");
        _routes.AddEndpointFilter(PrepareAsync);
    }

    /// <summary>What has been mapped.</summary>
    public DeclaredCapabilities Mapped => new(_interactions, _operations);

    /// <summary>The address that the client calls FHIR by.</summary>
    public static string BaseOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}/fhir";

    /// <summary>Maps what serves <paramref name="interaction"/>, for who is known. A search is served by GET and, its parameters in a form, by POST.</summary>
    public void Map(DeclaredInteraction interaction, string pattern, Delegate handler) => MapEach([interaction], pattern, handler);

    /// <summary>Maps a route that serves several interactions, by one method of HTTP.</summary>
    public void MapEach(IReadOnlyList<DeclaredInteraction> interactions, string pattern, Delegate handler)
    {
        _interactions.AddRange(interactions);
        var code = interactions[0].Interaction;
        var route = Map(MethodOf(code), pattern, handler);
        if (interactions is [{ Resource: "Binary" }])
        {
            route.WithMetadata(new AnswersAnyMedia());
        }

        if (code is "search-type")
        {
            Map(HttpMethods.Post, $"{pattern}/_search", handler).WithMetadata(new TakesForm());
        }
    }

    /// <summary>Maps what serves <paramref name="operation"/>, for who is known.</summary>
    public RouteHandlerBuilder MapOperation(DeclaredOperation operation, string method, string pattern, Delegate handler)
    {
        _operations.Add(operation);
        return Map(method, pattern, handler);
    }

    /// <summary>A route that serves anybody and is no interaction.</summary>
    public void MapOpen(string pattern, Delegate handler) =>
        _routes.MapGet(pattern, handler).WithMetadata(new ServedOn(Listener.Citizens | Listener.Professionals));

    private RouteHandlerBuilder Map(string method, string pattern, Delegate handler) =>
        _routes.MapMethods(pattern, [method], handler).WithMetadata(new ServedOn(Listener.Citizens | Listener.Professionals), new NeedsCaller());

    private static string MethodOf(string interaction) => interaction switch
    {
        "create" or "transaction" or "batch" => HttpMethods.Post,
        "update" => HttpMethods.Put,
        "patch" => HttpMethods.Patch,
        "delete" => HttpMethods.Delete,
        "read" or "vread" or "history-instance" or "search-type" => HttpMethods.Get,
        _ => throw new ArgumentOutOfRangeException(nameof(interaction), interaction, "No such interaction."),
    };

    // Before anything is done: an answer that the client cannot read would leave it wondering what was.
    private static async ValueTask<object?> PrepareAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var served = context.GetEndpoint()!.Metadata;
        if (served.GetMetadata<TakesForm>() is not null && (await RequestParameters.ReadFormAsync(context)).Refusal is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        return served.GetMetadata<AnswersAnyMedia>() is null && Negotiation.Settle(context).Refusal is { } refusal
            ? Refusals.Answer(refusal)
            : await next(invocation);
    }

    private sealed record TakesForm;

    /// <summary>The content of a document, in the media type that it has.</summary>
    private sealed record AnswersAnyMedia;
}
