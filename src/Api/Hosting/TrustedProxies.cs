using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace MonEspaceSante.Api.Hosting;

/// <summary>Where a request came from, if it came by a proxy of ours.</summary>
internal static class TrustedProxies
{
    /// <summary>Takes the address that a configured proxy names for the client's; nobody else is believed.</summary>
    public static void UseTrustedProxies(this WebApplication app, ListenerOptions options)
    {
        var trusted = options.TrustedProxies.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (trusted.Length == 0)
        {
            return;
        }

        // The nearest proxy's word alone counts: what stands before it in the header, the client may have written.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        Array.ForEach(trusted, address => forwarded.KnownProxies.Add(IPAddress.Parse(address)));
        app.UseForwardedHeaders(forwarded);
    }
}
