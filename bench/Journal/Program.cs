using System.Text;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

// What a journal costs by itself: processor time, which does not depend on what else the machine does, and bytes allocated,
// over a store that forgets (append) or stays in memory (load).
const int Entries = 20_000;
Console.WriteLine("| Measure | Entries a block | Body bytes | CPU µs an entry | Bytes allocated an entry |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var (perBlock, body) in new[] { (1, 300), (4, 300), (100, 300), (1, 10_000) })
{
    await ReportAsync("append", perBlock, body, await AppendAsync(perBlock, body));
    await ReportAsync("load", perBlock, body, await LoadAsync(perBlock, body));
    await ReportAsync("verify without keys", perBlock, body, await VerifyAsync(perBlock, body));
}

static async Task<Func<Task>> AppendAsync(int perBlock, int body)
{
    var store = new JournalStore(new Forgets(new SimulatedBlobStore()), Keys(), TimeProvider.System, new());
    var journal = await store.OpenAsync(JournalId.Random(), 1, _ => { }, _ => { }, CancellationToken.None);
    var block = Block(perBlock, body);
    return () => FillAsync(journal, block);
}

static async Task<Func<Task>> LoadAsync(int perBlock, int body)
{
    var (blobs, keys, id) = await WrittenAsync(perBlock, body);
    return () => new JournalStore(blobs, keys, TimeProvider.System, new()).OpenAsync(id, 1, _ => { }, _ => { }, CancellationToken.None);
}

static async Task<Func<Task>> VerifyAsync(int perBlock, int body)
{
    var (blobs, _, id) = await WrittenAsync(perBlock, body);
    return () => new JournalVerifier(blobs).VerifyAsync(id, null, CancellationToken.None);
}

static async Task<(SimulatedBlobStore Blobs, SpaceKeys Keys, JournalId Id)> WrittenAsync(int perBlock, int body)
{
    var (blobs, keys, id) = (new SimulatedBlobStore(), Keys(), JournalId.Random());
    var journal = await new JournalStore(blobs, keys, TimeProvider.System, new()).OpenAsync(id, 1, _ => { }, _ => { }, CancellationToken.None);
    await FillAsync(journal, Block(perBlock, body));
    return (blobs, keys, id);
}

static async Task FillAsync(IJournal journal, NewEntry[] block)
{
    for (var written = 0; written < Entries; written += block.Length)
    {
        await journal.AppendAsync(block, CancellationToken.None);
    }
}

static async Task ReportAsync(string measure, int perBlock, int body, Func<Task> work)
{
    await work();
    var (allocated, started) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
    await work();
    var (used, bytes) = (Environment.CpuUsage.TotalTime - started, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    Console.WriteLine($"| {measure} | {perBlock} | {body:N0} | {used.TotalMicroseconds / Entries:F2} | {bytes / Entries:N0} |");
}

static NewEntry[] Block(int entries, int body) =>
    [.. Enumerable.Repeat(new NewEntry(EntryKind.Event, KeyClass.Data, 1, Guid.NewGuid(), Encoding.UTF8.GetBytes(new string('x', body))), entries)];

static SpaceKeys Keys() => new(new SimulatedBlobStore(), new SimulatedKeyRing());

/// <summary>Takes every block and keeps none: what is measured is the journal.</summary>
internal sealed class Forgets(IBlobStore inner) : DelegatingBlobStore(inner)
{
    public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) => Task.CompletedTask;
}
