// A day of the due index: a million items, appended in bulk or one by one, and called back at their times, a round every ten minutes:
// the store in memory sorts all its names for each listing, which no real one does.
// dotnet run -c Release --project bench/Due [items]
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Due_Bench;
using MonEspaceSante.Grains.Due;
using MonEspaceSante.Silo.Hosting;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

const int Sleepers = 50_000;
const int Batch = 5_000;
var count = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 1_000_000;
var day = new DateTimeOffset(2027, 1, 3, 0, 0, 0, TimeSpan.Zero);
var clock = new Clock { Now = day - TimeSpan.FromDays(42) };
var blobs = new CountingBlobs();

var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Services.AddLogging().AddSingleton<IBlobStore>(blobs).AddSingleton<IKeyRing>(new SimulatedKeyRing());
builder.Services.AddPlatformCalls();
builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<DueIndex>().AddSingleton<DueRounds>();
builder.AddEngine(new());
using var host = builder.Build();
await host.StartAsync();
var (index, rounds) = (host.Services.GetRequiredService<DueIndex>(), host.Services.GetRequiredService<DueRounds>());

var random = new Random(1);
await MeasureAsync($"append {count:N0} items, {Batch:N0} at a time", count, async () =>
{
    for (var written = 0; written < count; written += Batch)
    {
        await index.AppendAsync([.. Enumerable.Range(0, Math.Min(Batch, count - written)).Select(_ => Item())], CancellationToken.None);
    }
});

var single = Math.Min(count, 20_000);
await MeasureAsync($"append {single:N0} items, one by one", single, async () =>
{
    for (var written = 0; written < single; written++)
    {
        await index.AppendAsync([Item()], CancellationToken.None);
    }
});

clock.Now = day - DueBucket.Near;
await MeasureAsync("share the day out to its hours", count + single, () => rounds.RunAsync(CancellationToken.None));
await MeasureAsync("the day, 145 rounds", count + single, async () =>
{
    for (var minute = 0; minute <= 24 * 60; minute += 10)
    {
        clock.Now = day.AddMinutes(minute);
        await rounds.RunAsync(CancellationToken.None);
    }
});

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SleeperGrain.Woken:N0} of {count + single:N0} woken; most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000:N0} MB."));
await host.StopAsync();
return SleeperGrain.Woken == count + single ? 0 : 1;

DueEntry Item() => new(
    day.AddTicks(random.NextInt64(TimeSpan.TicksPerDay)), string.Create(CultureInfo.InvariantCulture, $"sleeper/{random.Next(Sleepers):x32}"),
    nameof(DueKind.ExportToRemove), Guid.NewGuid());

async Task MeasureAsync(string what, int items, Func<Task> work)
{
    var (before, timer) = (blobs.Calls, Stopwatch.StartNew());
    await work();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {timer.Elapsed.TotalSeconds:N1} s, {items / timer.Elapsed.TotalSeconds:N0} items/s, {blobs.Calls - before:N0} storage calls, {GC.GetTotalMemory(true) / 1_000_000:N0} MB live"));
}

internal sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
