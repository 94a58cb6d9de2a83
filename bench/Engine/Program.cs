using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonEspaceSante.Engine_Bench;

// Measures the engine that it was built with. Prints tables; needs about a minute, whatever the machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.UseOrleans(silo => silo.UseLocalhostClustering());
using var host = builder.Build();
await host.StartAsync();
var grains = host.Services.GetRequiredService<IGrainFactory>();

Console.WriteLine($"Engine: {typeof(Grain).Assembly.GetName().Name}");
Console.WriteLine($"Machine: {Environment.ProcessorCount} processors, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}, "
    + $"{(GCSettings.IsServerGC ? "server" : "workstation")} garbage collection");
Console.WriteLine();

Console.WriteLine("| 64 callers over 1,000 grains | calls/s | calls per second of processor | bytes per call |");
Console.WriteLine("|---|---:|---:|---:|");
await Throughput.Measure("answered within the turn", grains, (grain, _) => grain.Add(1));
await Throughput.Measure("answered after one more turn", grains, (grain, _) => grain.AddAfterATurn(1));
await Throughput.Measure("answered by another grain", grains, (grain, other) => grain.AddAt(other, 1));
Console.WriteLine();

Console.WriteLine("| 100,000 idle activations | bytes each |");
Console.WriteLine("|---|---:|");
await Footprint.Measure("without state", key => grains.GetGrain<ILightGrain>(key).Add(1));
await Footprint.Measure("with 1,024 bytes of state", key => grains.GetGrain<ILoadedGrain>(key).Size());
Console.WriteLine();

Console.WriteLine("| first call on a cold grain, one at a time | µs |");
Console.WriteLine("|---|---:|");
await FirstCall.Measure(grains);

await host.StopAsync();

internal static class Throughput
{
    private const int Callers = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static async Task Measure(string name, IGrainFactory grains, Func<ILightGrain, string, Task> call)
    {
        // A grain that asks another never waits for itself: those that are asked are others.
        string[] keys = [.. Enumerable.Range(0, 1000).Select(number => $"grain-{number}")];
        string[] others = [.. Enumerable.Range(0, 1000).Select(number => $"other-{number}")];
        await Run(WarmUp);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var worked = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var calls = await Run(Measured);
        var seconds = watch.Elapsed.TotalSeconds;

        // On a machine that others use too, only the time that was worked is comparable.
        worked = Environment.CpuUsage.TotalTime - worked;
        Console.WriteLine($"| {name} | {calls / seconds:N0} | {calls / worked.TotalSeconds:N0} | {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / calls:N0} |");

        async Task<long> Run(TimeSpan time)
        {
            var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
            var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Caller(caller, end))));
            return counts.Sum();
        }

        async Task<long> Caller(int caller, long end)
        {
            var calls = 0L;
            for (var next = caller; Stopwatch.GetTimestamp() < end; next += 17)
            {
                await call(grains.GetGrain<ILightGrain>(keys[next % 1000]), others[next % 1000]);
                calls++;
            }

            return calls;
        }
    }
}

internal static class Footprint
{
    private const int Activations = 100_000;

    public static async Task Measure(string name, Func<string, Task> call)
    {
        await call("first");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < Activations; number++)
        {
            // Keys as long as a space's: 32 hexadecimal digits. They are part of what an activation costs.
            await call(new Guid(number, 0, 0, new byte[8]).ToString("N"));
        }

        Console.WriteLine($"| {name} | {(GC.GetTotalMemory(forceFullCollection: true) - before) / Activations:N0} |");
    }
}

internal static class FirstCall
{
    private const int Calls = 20_000;

    public static async Task Measure(IGrainFactory grains)
    {
        var times = new double[Calls];
        for (var number = 0; number < Calls; number++)
        {
            var watch = Stopwatch.GetTimestamp();
            await grains.GetGrain<ILightGrain>($"cold-{number}").Add(1);
            times[number] = Stopwatch.GetElapsedTime(watch).TotalMicroseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"| half are faster than | {times[Calls / 2]:N1} |");
        Console.WriteLine($"| 99 in 100 are faster than | {times[Calls * 99 / 100]:N1} |");
    }
}
