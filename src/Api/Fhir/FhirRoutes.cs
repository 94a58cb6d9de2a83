using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Fhir.Capabilities;

namespace MonEspaceSante.Api.Fhir;

/// <summary>
/// Maps FHIR routes under <c>/fhir</c>, on both public listeners, and remembers each: the CapabilityStatement is written from what was mapped,
/// so it cannot lie.
/// </summary>
internal sealed class FhirRoutes(IEndpointRouteBuilder app)
{
    private readonly RouteGroupBuilder _routes = app.MapGroup("/fhir");

    /// <summary>What has been mapped.</summary>
    public List<DeclaredInteraction> Mapped { get; } = [];

    /// <summary>The address that the client calls FHIR by.</summary>
    public static string BaseOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}/fhir";

    /// <summary>Maps what serves <paramref name="interaction"/>, for who is known.</summary>
    public void Map(DeclaredInteraction interaction, string pattern, Delegate handler)
    {
        Mapped.Add(interaction);
        _routes.MapMethods(pattern, [interaction.Interaction is "create" or "transaction" ? HttpMethods.Post : HttpMethods.Get], handler)
            .WithMetadata(new ServedOn(Listener.Citizens | Listener.Professionals), new NeedsCaller());
    }

    /// <summary>A route that serves anybody and is no interaction.</summary>
    public void MapOpen(string pattern, Delegate handler) =>
        _routes.MapGet(pattern, handler).WithMetadata(new ServedOn(Listener.Citizens | Listener.Professionals));
}
