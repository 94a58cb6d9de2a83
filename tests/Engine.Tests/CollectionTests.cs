using MonEspaceSante.Engine_Tests.Grains;
using Orleans.Configuration;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Semantics 5: idle activations end.</summary>
public sealed class CollectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(2);

    private readonly string _key = $"idle-{Guid.NewGuid():N}";
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(silo => silo.Configure<GrainCollectionOptions>(options =>
    {
        options.CollectionAge = Age;
        options.CollectionQuantum = TimeSpan.FromSeconds(1);
    }));

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task An_idle_activation_is_collected_and_the_next_call_makes_another()
    {
        var grain = _cluster.Client.GetGrain<IPassingGrain>(_key);
        await grain.Touch();
        await _cluster.PassUntilAsync($"{_key} {DeactivationReasonCode.ActivationIdle} 1", Age);
        await grain.Touch();

        Assert.Equal(2, Signals.Counted($"{_key} active"));
    }

    [Fact]
    public async Task An_activation_that_is_used_stays()
    {
        var grain = _cluster.Client.GetGrain<IPassingGrain>(_key);
        for (var call = 0; call < 8; call++)
        {
            await grain.Touch();
            await _cluster.PassAsync(Age / 4);
        }

        Assert.Equal(1, Signals.Counted($"{_key} active"));
    }

    [Fact]
    public async Task A_running_call_keeps_its_activation()
    {
        var held = _cluster.Client.GetGrain<ICounterGrain>(_key).HoldUntil($"{_key} go on");
        await Signals.Until($"{_key} holds");
        await _cluster.PassAsync(Age * 3);
        Signals.Give($"{_key} go on");
        await held;

        Assert.Equal(1, Signals.Counted($"{_key} active"));
        Assert.Equal(0, Signals.Counted($"{_key} gone"));
    }

    [Fact]
    public async Task A_timer_keeps_its_activation_only_if_it_says_so()
    {
        var kept = _cluster.Client.GetGrain<ITickingGrain>($"kept-{_key}");
        await kept.StartKeepingAlive(Age / 4, keepAlive: true);
        await _cluster.Client.GetGrain<ITickingGrain>(_key).StartKeepingAlive(Age / 4, keepAlive: false);
        await _cluster.PassUntilAsync($"{_key} gone 1", Age / 4);

        Assert.InRange(await kept.Ticks(), 1, int.MaxValue);
        Assert.Equal(0, Signals.Counted($"kept-{_key} gone"));
    }

    [Fact]
    public async Task Activations_stay_as_long_as_their_class_or_they_ask()
    {
        var other = $"other-{_key}";
        IIdleGrain[] staying =
        [
            _cluster.Client.GetGrain<IKeptGrain>($"kept-{_key}"),
            _cluster.Client.GetGrain<IMinutesGrain>($"minutes-{_key}"),
            _cluster.Client.GetGrain<IPassingGrain>($"asked-{_key}"),
        ];
        foreach (var grain in staying)
        {
            await grain.Stay(grain is IPassingGrain ? TimeSpan.FromHours(1) : TimeSpan.Zero);
        }

        await _cluster.Client.GetGrain<IPassingGrain>(other).Touch();
        await _cluster.PassUntilAsync($"{other} {DeactivationReasonCode.ActivationIdle} 1", Age);
        foreach (var grain in staying)
        {
            await grain.Touch();
            Assert.Equal(1, Signals.Counted($"{grain.GetPrimaryKeyString()} active"));
        }
    }
}
