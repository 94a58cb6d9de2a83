// The export of a space with many documents, over the embedded store: how long, and how much memory.
// dotnet run -c Release --project bench/Export [documents] [bytes of each]
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Exports;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Edge;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;

var documents = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 500;
var length = args is [_, var bytes, ..] ? int.Parse(bytes, CultureInfo.InvariantCulture) : 300_000;
using var folder = new TemporaryFolder();
await using var platform = await EmbeddedPlatform.StartAsync(folder.Path);

var holder = Fictive.Holder(1);
var space = await platform.EnrolAsync(holder);
using (CallerContext.Become(new Caller.Holder(space)))
{
    EmbeddedPlatform.Taken(await platform.Space(space).Activate(Envelope.Once(), new ActivateSpace(holder, PrivacyChoices.Unexpressed)));
}

var content = Fictive.Content(length);
for (var deposited = 0; deposited < documents; deposited++)
{
    await platform.DepositAsync(space, holder, content);
}

GC.Collect();
var before = Process.GetCurrentProcess().WorkingSet64;
var timer = Stopwatch.StartNew();
using var watch = new CancellationTokenSource();
var most = WatchAsync(watch.Token);
using (CallerContext.Become(new Caller.Holder(space)))
{
    EmbeddedPlatform.Taken(await platform.Space(space).RequestExport(Envelope.Once(), new()));
}

await platform.Services.GetRequiredService<ExportMaker>().MakeAllAsync(CancellationToken.None);
var elapsed = timer.Elapsed;
await watch.CancelAsync();
using var acting = CallerContext.Become(new Caller.Holder(space));
var export = (await platform.Space(space).Exports()).Exports[0];
var above = (await most - before) / 1_000_000.0;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{documents:N0} documents of {length:N0} bytes: {elapsed.TotalSeconds:N1} s, {export.Length / 1_000_000.0:N1} MB of archive, {export.State}; memory above rest: {above:N0} MB at most"));
return 0;

static async Task<long> WatchAsync(CancellationToken cancellationToken)
{
    var most = 0L;
    while (!cancellationToken.IsCancellationRequested)
    {
        using var process = Process.GetCurrentProcess();
        most = Math.Max(most, process.WorkingSet64);
        await Task.Delay(50, CancellationToken.None);
    }

    return most;
}
