namespace MonEspaceSante.Storage.Simulated;

/// <summary>Faults, latencies and delays drawn from a seeded source.</summary>
/// <param name="random">The source.</param>
/// <param name="rate">The share of calls that go wrong, 0 to 1.</param>
/// <param name="crashRate">The share of calls at which the process ends, 0 to 1, within <paramref name="rate"/>.</param>
public sealed class SeededFaults(Random random, double rate, double crashRate) : IFaultPlan
{
    private static readonly Fault[] Survivable = [Fault.Refused, Fault.Dropped, Fault.AnswerLost, Fault.Delayed, Fault.Duplicated, Fault.Late];

    /// <inheritdoc/>
    public Fault Next()
    {
        var drawn = random.NextDouble();
        return drawn < crashRate / 2 ? Fault.CrashBefore
            : drawn < crashRate ? Fault.CrashAfter
            : drawn < rate ? Survivable[random.Next(Survivable.Length)]
            : Fault.None;
    }

    /// <summary>1 to 20 ms.</summary>
    public TimeSpan Latency() => TimeSpan.FromMilliseconds(1 + (19 * random.NextDouble()));

    /// <summary>5 ms to 16 s, mostly short: from a packet sent again to longer than a command waits.</summary>
    public TimeSpan Delay() => TimeSpan.FromMilliseconds(5 * Math.Pow(3200, random.NextDouble()));
}
