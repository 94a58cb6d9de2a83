using System.Diagnostics;
using MonEspaceSante.Torture.Load;
using MonEspaceSante.Torture.Log;
using MonEspaceSante.Torture.Platform;

namespace MonEspaceSante.Torture;

/// <summary>How a round ended.</summary>
/// <param name="Signal">What the platform was sent.</param>
/// <param name="At">How long after the load began.</param>
/// <param name="Faults">What was wrong with a stop that should have been clean.</param>
internal sealed record RoundEnd(string Signal, TimeSpan At, IReadOnlyList<string> Faults);

/// <summary>One life of the platform: started on what the last one left, used by everybody at once, and ended in the middle of it.</summary>
internal sealed class Round(int number, int seed)
{
    // A request that has been on its way for so long is surely being answered when the signal comes.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(200);

    /// <summary>From 1.</summary>
    public int Number { get; } = number;

    public async Task<RoundEnd> RunAsync(string store, Memory memory, AcknowledgementLog log)
    {
        var random = new Random((seed * 10_000) + Number);
        using var platform = await PlatformProcess.StartAsync(store);
        using var crowd = new Crowd(Number, platform, store, memory, log);
        await crowd.ArriveAsync(first: Number == 1);

        var clock = Stopwatch.StartNew();
        var clean = random.Next(4) == 0;
        var calls = crowd.CallAsync(random);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 3_000)));
        crowd.Stop();
        var (at, signalled) = (clock.Elapsed, DateTimeOffset.UtcNow);
        var fault = clean ? await platform.TerminateAsync() : null;
        if (!clean)
        {
            await platform.KillAsync();
        }

        await calls;
        var cut = !clean ? [] : log.All().Where(exchange =>
            exchange.Round == Number && exchange is { Status: null, NeverArrived: false }
            && exchange.Ended > signalled && exchange.Sent < signalled - OnItsWay);
        IEnumerable<string> faults = fault is null ? [] : [fault];
        return new(
            clean ? "SIGTERM" : "SIGKILL", at,
            [.. faults, .. cut.Select(exchange => $"{exchange.Asked} sent at {exchange.Sent:O} was not answered")]);
    }
}
