using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Tests.World;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;

namespace MonEspaceSante.Grains.Tests.Due;

/// <summary>The process ends at each of its storage calls in turn, before and after it took effect: who was promised to be woken is woken.</summary>
public sealed class DueCrashTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_promise_is_lost_wherever_the_process_ends(bool afterwards)
    {
        var call = 0;
        var died = true;
        while (died)
        {
            died = await LivesAsync(++call, afterwards);
        }

        // The script takes that many calls: keys, blocks, buckets, listings, readings, removals.
        Assert.InRange(call, 25, 200);
    }

    /// <summary>Sets three alarms, waits for them in a process that may end, then in one that does not; answers whether the first one ended.</summary>
    private static async Task<bool> LivesAsync(int call, bool afterwards)
    {
        var stores = new Stores();
        stores.Clock.StopAt(Now);
        var alarm = Guid.NewGuid().ToString("N");
        DueItem[] items = [Item(Now.AddMinutes(1)), Item(Now.AddHours(3)), Item(Now.AddDays(6))];
        var promised = new List<Guid>();
        stores.Process.DiesAt(call, afterwards);
        await using (var mortal = await RunningGrains.StartAsync(stores))
        {
            using var acting = CallerContext.Become(new Caller.Platform("test"));
            try
            {
                var grain = mortal.Factory.GetGrain<IAlarmGrain>(alarm);
                foreach (var item in items)
                {
                    await grain.Set([item]);
                    promised.Add(item.Id);
                    await grain.Flush();
                }

                await LiveAsync(mortal, stores);
            }
            catch (Exception ended) when (ended is StorageTroubleException or StorageUnavailableException)
            {
                // The process is no more.
            }
        }

        var died = stores.Process.IsDead;
        stores.Process.Restarts();
        await using var next = await RunningGrains.StartAsync(stores);
        stores.Clock.Pass(Pokes.Delay);
        await next.SweepAsync();
        await LiveAsync(next, stores);
        var rung = await next.Factory.GetGrain<IAlarmGrain>(alarm).Rung();
        Assert.Subset(rung.ToHashSet(), promised.ToHashSet());
        Assert.Empty(await new DueIndex(stores.Blobs, stores.Clock).ListAsync(Now.AddYears(1), CancellationToken.None).ToListAsync());
        return died;
    }

    private static async Task LiveAsync(RunningGrains grains, Stores stores)
    {
        foreach (var instant in new[] { Now.AddMinutes(2), Now.AddHours(4), Now.AddDays(5), Now.AddDays(7), Now.AddDays(7).AddHours(1) })
        {
            stores.Clock.StopAt(instant);
            await grains.FallDueAsync();
        }
    }

    private static DueItem Item(DateTimeOffset at) => new(DueKind.ExportToPrepare, Guid.NewGuid(), at);
}
