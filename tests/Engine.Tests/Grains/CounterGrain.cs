using Orleans;
using Orleans.Concurrency;

namespace MonEspaceSante.Engine_Tests.Grains;

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
    [Alias("read-beside")]
    Task<int> ReadBeside(int readers);

    [ReadOnly]
    [Alias("read")]
    Task<int> Read();

    [AlwaysInterleave]
    [Alias("peek")]
    Task<int> Peek();

    [Alias("hold-until")]
    Task HoldUntil(string signal);

    [Alias("deactivate")]
    Task Deactivate();

    [Alias("activations")]
    Task<int> Activations();
}

[GrainType("engine-tests.counter")]
internal sealed class CounterGrain : Grain, ICounterGrain
{
    private int _value;
    private int _inTurn;
    private int _reading;
    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Signals.Count($"{Key} active");
        await Task.Yield();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Count($"{Key} deactivating for {reason.ReasonCode}");
        await Task.Yield();
        Signals.Count($"{Key} gone");
    }

    public Task<int> Add(int amount)
    {
        Alone(() => _value += amount);
        return Task.FromResult(_value);
    }

    public async Task<int> AddSlowly(int amount)
    {
        var before = _value;
        await Task.Yield();
        Alone(() => _value = before + amount);
        return _value;
    }

    public ValueTask<int> AddQuickly(int amount) => ValueTask.FromResult(_value += amount);

    public ValueTask Reset()
    {
        _value = 0;
        return ValueTask.CompletedTask;
    }

    public async Task<int> ReadBeside(int readers)
    {
        if (++_reading == readers)
        {
            Signals.Give($"{Key} all readers");
        }

        await Signals.Until($"{Key} all readers");
        return _value;
    }

    public Task<int> Read() => Task.FromResult(_value);

    public Task<int> Peek() => Task.FromResult(_value);

    public async Task HoldUntil(string signal)
    {
        Signals.Give($"{Key} holds");
        await Signals.Until(signal);
        _value++;
    }

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<int> Activations() => Task.FromResult(Signals.Counted($"{Key} active"));

    private void Alone(Action action)
    {
        if (Interlocked.Increment(ref _inTurn) != 1)
        {
            throw new InvalidOperationException("Two turns run at once.");
        }

        action();
        Interlocked.Decrement(ref _inTurn);
    }
}
