namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Has a timer.</summary>
[Alias("engine-tests.ticking")]
public interface ITickingGrain : IGrainWithStringKey
{
    [Alias("start")]
    Task Start(TimeSpan period, bool interleave);

    [Alias("start-holding")]
    Task StartHolding(TimeSpan period, bool interleave, string signal);

    [Alias("stop")]
    Task Stop();

    [Alias("ticks")]
    Task<int> Ticks();

    [Alias("start-keeping-alive")]
    Task StartKeepingAlive(TimeSpan period, bool keepAlive);

    [Alias("start-failing")]
    Task StartFailing(TimeSpan period);
}

[GrainType("engine-tests.ticking")]
internal sealed class TickingGrain : Grain, ITickingGrain
{
    private IGrainTimer? _timer;
    private int _ticks;
    private int _ticking;
    private bool _overlaps;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Count($"{this.GetPrimaryKeyString()} gone");
        return Task.CompletedTask;
    }

    public Task Start(TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(period, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task StartHolding(TimeSpan period, bool interleave, string signal)
    {
        _timer = this.RegisterGrainTimer(Hold, signal, new GrainTimerCreationOptions(period, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task StartKeepingAlive(TimeSpan period, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(period, period) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task StartFailing(TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                _ticks++;
                throw new InvalidOperationException("A tick fails.");
            },
            period,
            period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public Task<int> Ticks() => _overlaps ? throw new InvalidOperationException("Ticks overlap.") : Task.FromResult(_ticks);

    private async Task Tick()
    {
        _overlaps |= ++_ticking > 1;
        await Task.Yield();
        _ticking--;
        _ticks++;
    }

    private async Task Hold(string signal, CancellationToken cancellationToken)
    {
        Signals.Give($"{this.GetPrimaryKeyString()} ticks");
        await Signals.Until(signal);
        _ticks++;
    }
}
