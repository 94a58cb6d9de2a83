using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;

namespace MonEspaceSante.Api.Fhir;

/// <summary>A thing of a space that a request asks for by its id, and in which circumstances.</summary>
/// <param name="Resource">The thing.</param>
/// <param name="Access">How and why the caller comes in.</param>
internal sealed record AskedResource(ResourceId Resource, AccessContext Access)
{
    /// <summary>What the request asks for; an id that nothing can have is refused as <paramref name="unknown"/>, like one that nothing has.</summary>
    public static Outcome<AskedResource> Of(HttpContext context, string id, Refusal unknown)
    {
        var access = AccessHeaders.Read(context.Request);
        return !access.Accepted ? access.Refusal
            : ResourceId.TryParse(id, out var resource) ? new AskedResource(resource, access.Value)
            : unknown;
    }
}
