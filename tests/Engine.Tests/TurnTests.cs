using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Semantics 2 and 3: which calls run beside which, and on what.</summary>
[Collection(SharedCluster.Name)]
public sealed class TurnTests(ClusterFixture fixture)
{
    private readonly string _key = $"turns-{Guid.NewGuid():N}";

    private IGrainFactory Grains => fixture.Cluster.Client;

    private ICounterGrain Counter => Grains.GetGrain<ICounterGrain>(_key);

    [Fact]
    public async Task A_grain_finishes_a_call_before_the_next_starts()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => Counter.AddSlowly(1))));

        Assert.Equal(500, await Counter.Read());
    }

    [Fact]
    public async Task Read_only_calls_run_beside_each_other() =>
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Counter.ReadBeside(3)));

    [Fact]
    public async Task A_read_only_call_waits_for_a_call_that_changes()
    {
        var held = Counter.HoldUntil($"{_key} go on");
        await Signals.Until($"{_key} holds");
        var read = Counter.Read();
        Assert.Equal(0, await Counter.Peek());
        Signals.Give($"{_key} go on");

        Assert.Equal(1, await read);
        await held;
    }

    [Fact]
    public async Task A_call_that_changes_waits_for_a_read_only_call()
    {
        var reading = Counter.ReadUntil($"{_key} go on");
        await Signals.Until($"{_key} reads");
        var added = Counter.Add(1);
        Assert.Equal(0, await Counter.Peek());
        Assert.False(added.IsCompleted);
        Signals.Give($"{_key} go on");

        Assert.Equal(1, await added);
        await reading;
    }

    [Fact]
    public async Task Calls_of_a_reentrant_grain_run_between_each_others_turns() =>
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Grains.GetGrain<IOpenGrain>(_key).Meet(5)));

    [Fact]
    public async Task Continuations_come_back_to_the_activation() =>
        Assert.True(await Grains.GetGrain<ITurnsGrain>(1).StaysOnItsScheduler());

    [Fact]
    public async Task No_two_turns_run_at_once() =>
        Assert.Equal(1, await Grains.GetGrain<ITurnsGrain>(2).MostTurnsAtOnce(50));

    [Fact]
    public async Task A_stateless_worker_takes_calls_of_one_key_at_once() =>
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Grains.GetGrain<IWorkerGrain>(_key).Meet(_key, 2)));

    [Fact]
    public async Task A_one_way_call_does_not_wait_for_the_grain()
    {
        await Counter.BeginHoldUntil($"{_key} go on");
        await Signals.Until($"{_key} holds");
        Assert.Equal(0, await Counter.Peek());
        Signals.Give($"{_key} go on");

        Assert.Equal(1, await Counter.Read());
    }

    [Fact]
    public async Task Value_tasks_carry_results_and_ends()
    {
        Assert.Equal(3, await Counter.AddQuickly(3));
        await Counter.Reset();
        Assert.Equal(0, await Counter.Read());
    }
}
