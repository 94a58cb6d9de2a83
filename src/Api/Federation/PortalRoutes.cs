using Microsoft.AspNetCore.Routing.Patterns;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Federation;

/// <summary>
/// What the citizens' listener serves to a professional who is signed in on the portal: reading, searching and depositing, as the professionals'
/// listener does and by the same decisions. Changing and removing wait for their software and their certificate.
/// </summary>
internal static class PortalRoutes
{
    // A deposit, alone or as a submission.
    private static readonly string[] Deposits = ["/fhir/DocumentReference", "/fhir/"];

    /// <summary>Whether <paramref name="endpoint"/> is there for <paramref name="caller"/>.</summary>
    public static bool Serve(Caller? caller, Endpoint endpoint, string method)
    {
        var metadata = endpoint.Metadata;
        if (metadata.GetMetadata<ServesPortalProfessionals>() is not null)
        {
            return caller is null or Caller.Professional;
        }

        return caller is not Caller.Professional
            || metadata.GetMetadata<NeedsCaller>() is null
            || (metadata.GetRequiredMetadata<ServedOn>().Listeners.HasFlag(Listener.Professionals) && IsNeeded((endpoint as RouteEndpoint)?.RoutePattern, method));
    }

    private static bool IsNeeded(RoutePattern? route, string method) => route?.RawText is { } text
        && (HttpMethods.IsGet(method) || (HttpMethods.IsPost(method) && (text.EndsWith("/_search", StringComparison.Ordinal) || Deposits.Contains(text))));
}

/// <summary>The endpoint is there for professionals on the portal, and for nobody else who is known.</summary>
internal sealed record ServesPortalProfessionals;
