using System.Diagnostics;

namespace MonEspaceSante.Edge;

/// <summary>What a load measured.</summary>
/// <param name="Requests">Answered.</param>
/// <param name="Elapsed">For how long.</param>
/// <param name="ServerCpu">Processor time of the server meanwhile.</param>
/// <param name="Latencies">Milliseconds, in order.</param>
internal sealed record Load(int Requests, TimeSpan Elapsed, TimeSpan ServerCpu, double[] Latencies)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;

    public double CpuMilliseconds => ServerCpu.TotalMilliseconds / Requests;

    public double Percentile(int percent) => Latencies[(Latencies.Length - 1) * percent / 100];

    /// <summary>All of <paramref name="loads"/> as one.</summary>
    public static Load Sum(IReadOnlyCollection<Load> loads) => new(
        loads.Sum(load => load.Requests), Total(loads, load => load.Elapsed), Total(loads, load => load.ServerCpu),
        [.. loads.SelectMany(load => load.Latencies).Order()]);

    /// <summary>Sends requests over <paramref name="connections"/>, each as soon as the one before is answered, for <paramref name="time"/>.</summary>
    /// <param name="server">Who answers.</param>
    /// <param name="connections">How many at once, each with a connection of its own.</param>
    /// <param name="time">For how long.</param>
    /// <param name="send">Sends one request and reads its answer to the end; is given a number that no other request has.</param>
    public static async Task<Load> RunAsync(PinnedServer server, int connections, TimeSpan time, Func<int, Task> send)
    {
        var (next, cpu, started) = (-1, server.CpuTime, Stopwatch.GetTimestamp());
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var sent = Stopwatch.GetTimestamp();
                await send(Interlocked.Increment(ref next));
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return own;
        })));
        var (elapsed, used) = (Stopwatch.GetElapsedTime(started), server.CpuTime - cpu);
        double[] all = [.. latencies.SelectMany(own => own).Order()];
        return new(all.Length, elapsed, used, all);
    }

    private static TimeSpan Total(IEnumerable<Load> loads, Func<Load, TimeSpan> part) => new(loads.Sum(load => part(load).Ticks));
}
