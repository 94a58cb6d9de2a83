using System.Diagnostics;
using System.Text;
using MonEspaceSante.Cli.HistoryProofs;
using MonEspaceSante.Proof.Bench;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Simulated;

// What the proof of a long history costs: 10,000 entries, nine accesses in ten, in a shard as large as it gets with 65 million spaces.
const int Entries = 10_000;
const int Neighbours = 16_000;

var (blobs, ring) = (new SimulatedBlobStore(), new SimulatedKeyRing());
var keys = new SpaceKeys(blobs, ring);
using var signer = await KeyRingHeadSigner.OpenAsync(ring, CancellationToken.None);
var journal = await WriteAsync();
await CrowdedShard.SignAsync(blobs, signer, journal, Neighbours);
var proofs = new HistoryProofs(blobs, keys, signer);
var proof = await ProveAsync();
Console.WriteLine($"{Entries:N0} entries, {Neighbours:N0} journals in the shard, {proof.Length / 1e6:F1} MB of proof\n");
Console.WriteLine("| Measure | ms |");
Console.WriteLine("|---|---|");
await ReportAsync("export", ProveAsync);
await ReportAsync("verification, mes", () => Task.FromResult(Verify()));
await ReportAsync("verification, JavaScript in Node, start of Node included", TwinAsync);

async Task<IJournal> WriteAsync()
{
    var store = new JournalStore(blobs, keys, TimeProvider.System, new());
    var opened = await store.OpenAsync(JournalId.Random(), 1, _ => { }, _ => { }, CancellationToken.None);
    var body = Encoding.UTF8.GetBytes("""{"event":"accessed","who":"x"}""" + new string(' ', 700));
    for (var number = 0; number < Entries; number++)
    {
        var keyClass = number % 10 == 0 ? KeyClass.Data : KeyClass.Trace;
        await opened.AppendAsync([new(EntryKind.Event, keyClass, 1, Guid.NewGuid(), body)], CancellationToken.None);
    }

    return opened;
}

async Task<byte[]> ProveAsync()
{
    using var file = new MemoryStream();
    await proofs.WriteAsync(file, journal.Id, journal.Head, new HashSet<long>(), CancellationToken.None);
    return file.ToArray();
}

HistoryVerdict Verify() => HistoryVerifier.Verify(proof) is { Fault: null, Entries: Entries, Night: not null } right
    ? right
    : throw new InvalidOperationException("The proof is wrong.");

async Task<int> TwinAsync()
{
    var path = Path.Combine(Path.GetTempPath(), $"mes-proof-{Guid.NewGuid():N}.json");
    await File.WriteAllBytesAsync(path, proof);
    using var node = Process.Start(new ProcessStartInfo("node", ["web/history-proof/cli.js", path]) { RedirectStandardOutput = true })!;
    await node.WaitForExitAsync();
    File.Delete(path);
    return node.ExitCode == 0 ? 0 : throw new InvalidOperationException("The twin finds the proof wrong.");
}

static async Task ReportAsync<T>(string measure, Func<Task<T>> work)
{
    await work();
    var times = new List<double>();
    for (var run = 0; run < 5; run++)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    Console.WriteLine($"| {measure} | {times.Order().ElementAt(2):F0} |");
}
