using Orleans.Concurrency;

namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Counts, and can be held in the middle of it.</summary>
[Alias("engine-tests.counter")]
public interface ICounterGrain : IGrainWithStringKey
{
    [Alias("add")]
    Task<int> Add(int amount);

    [Alias("add-slowly")]
    Task<int> AddSlowly(int amount);

    [Alias("add-quickly")]
    ValueTask<int> AddQuickly(int amount);

    [Alias("reset")]
    ValueTask Reset();

    [ReadOnly]
    [Alias("read")]
    Task<int> Read();

    [ReadOnly]
    [Alias("read-beside")]
    Task ReadBeside(int readers);

    [ReadOnly]
    [Alias("read-until")]
    Task ReadUntil(string signal);

    [AlwaysInterleave]
    [Alias("peek")]
    Task<int> Peek();

    [Alias("hold-until")]
    Task HoldUntil(string signal);

    [OneWay]
    [Alias("begin-hold-until")]
    Task BeginHoldUntil(string signal);

    [Alias("deactivate")]
    Task Deactivate();
}

[GrainType("engine-tests.counter")]
internal sealed class CounterGrain : Grain, ICounterGrain
{
    private int _value;
    private int _reading;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var active = Signals.Count($"{Key} active") - Signals.Counted($"{Key} gone");
        Assert.Equal(1, active);
        await Task.Yield();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Signals.Count($"{Key} {reason.ReasonCode}");
        Signals.Count($"{Key} gone");
    }

    public Task<int> Add(int amount) => Task.FromResult(_value += amount);

    public async Task<int> AddSlowly(int amount)
    {
        var before = _value;
        await Task.Yield();
        return _value = before + amount;
    }

    public ValueTask<int> AddQuickly(int amount) => ValueTask.FromResult(_value += amount);

    public ValueTask Reset()
    {
        _value = 0;
        return ValueTask.CompletedTask;
    }

    public Task<int> Read() => Task.FromResult(_value);

    public async Task ReadBeside(int readers)
    {
        if (++_reading == readers)
        {
            Signals.Give($"{Key} all readers");
        }

        await Signals.Until($"{Key} all readers");
    }

    public async Task ReadUntil(string signal)
    {
        Signals.Give($"{Key} reads");
        await Signals.Until(signal);
    }

    public Task<int> Peek() => Task.FromResult(_value);

    public async Task HoldUntil(string signal)
    {
        Signals.Give($"{Key} holds");
        await Signals.Until(signal);
        _value++;
    }

    public Task BeginHoldUntil(string signal) => HoldUntil(signal);

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
