using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Silo.Hosting;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>Orleans encodes what crosses calls by itself.</summary>
internal static class EngineUnderTest
{
    /// <summary>Ports of its own: tests run beside each other.</summary>
    public static EngineOptions Options() => new() { SiloPort = FreePort(), GatewayPort = FreePort() };

    public static void Configure(IServiceCollection services)
    {
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
