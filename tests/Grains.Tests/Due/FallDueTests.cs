using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Tests.World;
using MonEspaceSante.Storage.Due;

namespace MonEspaceSante.Grains.Tests.Due;

/// <summary>Who has decided to be woken is woken: at the time, not before, and whatever happens in between.</summary>
public sealed class FallDueTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    private readonly Stores _stores = new();
    private readonly string _alarm = Guid.NewGuid().ToString("N");
    private RunningGrains _grains = null!;

    public async Task InitializeAsync()
    {
        _stores.Clock.StopAt(Now);
        _grains = await RunningGrains.StartAsync(_stores);
    }

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Theory]
    [InlineData("2026-11-22T09:30:00.0000001Z", "the next tick of the clock")]
    [InlineData("2026-11-22T10:00:00Z", "the first instant of an hour")]
    [InlineData("2026-11-24T23:59:59.9999999Z", "the last instant of a near day")]
    [InlineData("2026-11-25T00:00:00Z", "the first instant of a day kept as a whole")]
    [InlineData("2027-01-03T09:30:00Z", "six weeks: the end of the opposition window")]
    [InlineData("2027-03-28T01:00:00Z", "when clocks in France are put forward")]
    [InlineData("2026-10-25T01:00:00Z", "when clocks in France were put back, already past")]
    [InlineData("2028-02-29T12:00:00Z", "a leap day")]
    [InlineData("2036-11-22T09:30:00Z", "ten years: the end of an archive")]
    public async Task Nobody_is_woken_a_tick_early_or_twice(string at, string why)
    {
        var item = Item(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        await SetAsync(item);
        if (item.At > Now)
        {
            _stores.Clock.StopAt(item.At.AddTicks(-1));
            await RoundsAsync(2);
            Assert.Empty(await RungAsync());
        }

        _stores.Clock.StopAt(item.At > Now ? item.At : Now);
        await RoundsAsync(2);
        Assert.Equal([item.Id], await RungAsync());

        _stores.Clock.Pass(TimeSpan.FromTicks(1));
        await RoundsAsync(2);
        Assert.True((await RungAsync()).Length == 1, why);
    }

    [Fact]
    public async Task What_has_served_leaves_nothing_behind()
    {
        await SetAsync(Item(Now.AddDays(5)), Item(Now.AddHours(1)));
        _stores.Clock.StopAt(Now.AddDays(5));
        await RoundsAsync(2);
        Assert.Equal(2, (await RungAsync()).Length);
        Assert.Empty(await BucketsAsync());
    }

    [Fact]
    public async Task A_platform_that_was_down_for_three_days_catches_up()
    {
        var items = Enumerable.Range(0, 72).Select(hour => Item(Now.AddHours(hour))).ToArray();
        await SetAsync(items);
        await _grains.DisposeAsync();
        _stores.Clock.StopAt(Now.AddDays(3));
        _grains = await RunningGrains.StartAsync(_stores);
        await RoundsAsync(2);
        Assert.Equal(items.Select(item => item.Id).Order(), (await RungAsync()).Order());
    }

    [Fact]
    public async Task A_target_that_always_fails_keeps_nobody_waiting_and_is_never_dropped()
    {
        var poison = new DueItem(DueKind.ExportToRemove, Guid.NewGuid(), Now);
        var others = Enumerable.Range(0, 20).Select(second => Item(Now.AddSeconds(second))).ToArray();
        await SetAsync([poison, .. others]);
        for (var minute = 1; minute <= 10; minute++)
        {
            _stores.Clock.StopAt(Now.AddMinutes(minute));
            await RoundsAsync(1);
        }

        Assert.Equal(others.Select(item => item.Id).Order(), (await RungAsync()).Order());
        var left = Assert.Single(await EntriesAsync());
        Assert.Equal((poison.Id, poison.At), (left.Id, left.At));
        Assert.Equal(3, left.Tries);
    }

    [Fact]
    public async Task Rounds_of_several_silos_at_once_wake_once()
    {
        var items = Enumerable.Range(0, 200).Select(_ => Item(Now.AddMinutes(1))).ToArray();
        await SetAsync(items);
        _stores.Clock.StopAt(Now.AddMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _grains.FallDueAsync()));
        Assert.Equal(items.Select(item => item.Id).Order(), (await RungAsync()).Order());
    }

    [Fact]
    public async Task What_was_decided_before_a_crash_is_due_after_the_poke()
    {
        // The block stands, and the process dies before the index holds what it asks for.
        var item = Item(Now.AddHours(1));
        _stores.Blobs.Fails = "hour/";
        await Alarm.Set([item]);
        await _grains.DisposeAsync();
        _stores.Blobs.Fails = null;
        _grains = await RunningGrains.StartAsync(_stores);
        Assert.Empty(await EntriesAsync());

        _stores.Clock.StopAt(Now.AddHours(1));
        await _grains.SweepAsync();
        await RoundsAsync(1);
        Assert.Equal([item.Id], await RungAsync());
    }

    [Fact]
    public async Task A_day_of_thousands_is_worked_off_in_time()
    {
        // The short form of bench/Due.
        const int Count = 20_000;
        var (random, day) = (new Random(1), new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        var entries = Enumerable.Range(0, Count).Select(number => new DueEntry(
            day.AddTicks(random.NextInt64(TimeSpan.TicksPerDay)), $"sleeper/{number % 500}", nameof(DueKind.ExportToPrepare), Guid.NewGuid())).ToList();
        foreach (var batch in entries.Chunk(5_000))
        {
            await new DueIndex(_stores.Blobs, _stores.Clock).AppendAsync(batch, CancellationToken.None);
        }

        for (var hour = -1; hour <= 24; hour++)
        {
            _stores.Clock.StopAt(day.AddHours(hour));
            await RoundsAsync(1);
        }

        Assert.All(entries, entry => Assert.InRange(SleeperGrain.Late[entry.Id], TimeSpan.Zero, TimeSpan.FromHours(1)));
        Assert.Empty(await BucketsAsync());
    }

    private IAlarmGrain Alarm => _grains.Factory.GetGrain<IAlarmGrain>(_alarm);

    private static DueItem Item(DateTimeOffset at) => new(DueKind.ExportToPrepare, Guid.NewGuid(), at);

    // The index is written beside the answer: a visit waits for it.
    private async Task SetAsync(params DueItem[] items)
    {
        using var acting = CallerContext.Become(new Caller.Platform("test"));
        await Alarm.Set(items);
        Assert.False(await Alarm.Flush());
    }

    private async Task RoundsAsync(int count)
    {
        for (var round = 0; round < count; round++)
        {
            await _grains.FallDueAsync();
        }
    }

    private Task<Guid[]> RungAsync() => Alarm.Rung();

    private async Task<List<DueBucket>> BucketsAsync() =>
        await new DueIndex(_stores.Blobs, _stores.Clock).ListAsync(DateTimeOffset.MaxValue.AddDays(-3), CancellationToken.None).ToListAsync();

    private async Task<List<DueEntry>> EntriesAsync()
    {
        var entries = new List<DueEntry>();
        foreach (var bucket in await BucketsAsync())
        {
            entries.AddRange((await new DueIndex(_stores.Blobs, _stores.Clock).ReadAsync(bucket, CancellationToken.None)).Entries);
        }

        return entries;
    }
}
