using System.Diagnostics;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Edge;

/// <summary>Spaces that nobody is using: how long the first call to a cold one takes, and what an idle one keeps in memory.</summary>
internal static class QuietSpaces
{
    private const int Writers = 64;

    // Withheld from the holder until announced, so that nobody is notified: what is measured is the space.
    private const Labels Unannounced = Labels.Normal | Labels.WithheldFromHolder;

    /// <summary>Prints both tables. Each population is written by one platform and read by another, in which it is cold.</summary>
    public static async Task ReportAsync()
    {
        Console.WriteLine("\n| Documents | Cold spaces | First call p50 ms | p99 ms | CPU ms |\n|---|---|---|---|---|");
        await ReportColdAsync(documents: 10, count: 1_000);
        await ReportColdAsync(documents: 200, count: 100);

        Console.WriteLine("\n| Documents | Idle spaces | Bytes of heap each | Bytes of process each |\n|---|---|---|---|");
        await ReportIdleAsync(documents: 5, count: 5_000);
    }

    private static async Task ReportColdAsync(int documents, int count)
    {
        using var folder = new TemporaryFolder();
        var spaces = await FillAsync(folder, count + 1, documents);
        await using var platform = await EmbeddedPlatform.StartAsync(folder.Path);
        await WakeAsync(platform, spaces[count]);

        var times = new double[count];
        var cpu = Environment.CpuUsage.TotalTime;
        for (var space = 0; space < count; space++)
        {
            var started = Stopwatch.GetTimestamp();
            await WakeAsync(platform, spaces[space]);
            times[space] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var used = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / count;
        Array.Sort(times);
        Console.WriteLine($"| {documents} | {count:N0} | {times[count / 2]:F2} | {times[count * 99 / 100]:F2} | {used:F2} |");
    }

    private static async Task ReportIdleAsync(int documents, int count)
    {
        using var folder = new TemporaryFolder();
        var spaces = await FillAsync(folder, count + 1, documents);
        await using var platform = await EmbeddedPlatform.StartAsync(folder.Path);
        await WakeAsync(platform, spaces[count]);

        var (heap, process) = (Heap(), Process());
        for (var space = 0; space < count; space++)
        {
            await WakeAsync(platform, spaces[space]);
        }

        var (heapAfter, processAfter) = (Heap(), Process());
        Console.WriteLine($"| {documents} | {count:N0} | {(heapAfter - heap) / count:N0} | {(processAfter - process) / count:N0} |");
    }

    private static async Task<SpaceId[]> FillAsync(TemporaryFolder folder, int count, int documents)
    {
        var spaces = Enumerable.Range(0, count).Select(_ => SpaceId.Random()).ToArray();
        await using var platform = await EmbeddedPlatform.StartAsync(folder.Path);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (number, _) =>
        {
            var holder = Fictive.Holder(number);
            for (var document = 0; document < documents; document++)
            {
                await platform.DepositAsync(spaces[number], holder, Fictive.BloodTest(Unannounced), Fictive.NeverOpened(spaces[number]));
            }
        });
        return spaces;
    }

    // The least that a space can be asked: it writes nothing, so that the time is that of the activation.
    private static async Task WakeAsync(EmbeddedPlatform platform, SpaceId space)
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        await platform.Space(space).Exists(Fictive.Holder(0));
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private static long Process()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet;
    }
}
