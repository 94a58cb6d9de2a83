using System.Net;
using System.Net.Sockets;

namespace MonEspaceSante.Torture.Platform;

/// <summary>Ports of the loopback address that nobody listens on.</summary>
internal static class FreePorts
{
    public static int[] Find(int count)
    {
        // All held at once, so that no two are the same.
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
