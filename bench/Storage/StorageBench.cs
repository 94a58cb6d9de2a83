using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Storage.Bench;

/// <summary>What the platform asks of its storage: durable appends to distinct journals, documents written and read.</summary>
internal static class StorageBench
{
    private const int BlockBytes = 512;
    private const int DocumentBytes = 100_000;
    private static readonly int[] Callers = [1, 16, 64];

    /// <summary>Measures one adapter and prints its lines.</summary>
    public static async Task RunAsync(string adapter, IBlobStore store, TimeSpan duration)
    {
        foreach (var callers in Callers)
        {
            await MeasureAsync(adapter, "appends of 512 B", callers, duration, _ => Appends(store));
        }

        var vault = new BlobVault(store);
        var document = RandomNumberGenerator.GetBytes(DocumentBytes);
        foreach (var callers in Callers)
        {
            await MeasureAsync(adapter, "documents of 100 KB written", callers, duration, _ => Writes(vault, document));
        }

        var written = new List<VaultedContent>();
        for (var number = 0; number < 200; number++)
        {
            written.Add(await vault.WriteAsync(JournalId.Random(), Guid.NewGuid(), new MemoryStream(document), DocumentBytes, CancellationToken.None));
        }

        foreach (var callers in Callers)
        {
            await MeasureAsync(adapter, "documents of 100 KB read", callers, duration, caller => Reads(vault, written, caller));
        }
    }

    private static async Task<Func<Task>> Appends(IBlobStore store)
    {
        var name = new BlobName(BlobContainer.Journals, $"0a1/{JournalId.Random()}/j/00000001");
        await store.CreateAppendBlobAsync(name, CancellationToken.None);
        var block = RandomNumberGenerator.GetBytes(BlockBytes);
        var (position, blocks) = (0L, 0);
        return async () =>
        {
            if (++blocks > 40_000)
            {
                // As a journal does: the next segment.
                name = name with { Path = name.Path + "n" };
                (position, blocks) = (0, 1);
                await store.CreateAppendBlobAsync(name, CancellationToken.None);
            }

            await store.AppendAsync(name, position, block, CancellationToken.None);
            position += BlockBytes;
        };
    }

    private static Task<Func<Task>> Writes(BlobVault vault, byte[] document) => Task.FromResult<Func<Task>>(
        () => vault.WriteAsync(JournalId.Random(), Guid.NewGuid(), new MemoryStream(document), DocumentBytes, CancellationToken.None));

    private static Task<Func<Task>> Reads(BlobVault vault, List<VaultedContent> written, int caller)
    {
        var next = caller * 7;
        return Task.FromResult<Func<Task>>(async () =>
        {
            await using var stream = await vault.OpenReadAsync(written[next++ % written.Count], 0, DocumentBytes, CancellationToken.None);
            await stream.CopyToAsync(Stream.Null);
        });
    }

    private static async Task MeasureAsync(string adapter, string measure, int callers, TimeSpan duration, Func<int, Task<Func<Task>>> prepare)
    {
        var calls = await Task.WhenAll(Enumerable.Range(0, callers).Select(prepare));
        await RepeatAsync(calls, duration / 3);
        var (times, elapsed) = await RepeatAsync(calls, duration);
        times.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"| {adapter} | {measure} | {callers} | {times.Count / elapsed.TotalSeconds:F0} | {Percentile(times, 0.50):F2} | {Percentile(times, 0.99):F2} |"));
    }

    private static async Task<(List<TimeSpan> Times, TimeSpan Elapsed)> RepeatAsync(Func<Task>[] calls, TimeSpan duration)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var times = await Task.WhenAll(calls.Select(call => Task.Run(async () =>
        {
            var mine = new List<TimeSpan>();
            while (clock.GetElapsedTime(start) < duration)
            {
                var began = clock.GetTimestamp();
                await call();
                mine.Add(clock.GetElapsedTime(began));
            }

            return mine;
        })));
        return ([.. times.SelectMany(each => each)], clock.GetElapsedTime(start));
    }

    private static double Percentile(List<TimeSpan> sorted, double share) => sorted[(int)(sorted.Count * share)].TotalMilliseconds;
}
