namespace Orleans.Runtime;

/// <summary>Asks its activation for a tick when the clock says so, and for the next only after that one has ended.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly CancellationTokenSource _disposed = new();
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly SiloLog _log;
    private readonly ITimer _timer;
    private TimeSpan _period;
    private TimeSpan? _changedDueTime;
    private volatile bool _ticking;

    public GrainTimer(
        Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options, TimeProvider clock, SiloLog log)
    {
        _activation = activation;
        _callback = callback;
        _options = options;
        _log = log;
        _period = options.Period;

        // The timer outlives the call that registers it: it must not keep that call's flow.
        using (ExecutionContext.SuppressFlow())
        {
            _timer = clock.CreateTimer(static timer => ((GrainTimer)timer!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        if (_ticking)
        {
            _changedDueTime = dueTime;
        }
        else if (!_disposed.IsCancellationRequested)
        {
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _timer.Dispose();
        _activation.ForgetTimer(this);
    }

    private void Ring()
    {
        _ticking = true;
        _activation.TryPost(new Tick(this));
    }

    private async Task RunTick()
    {
        try
        {
            await _callback(_disposed.Token);
        }
        catch (Exception exception)
        {
            _log.TimerFailed(exception, _activation);
        }

        _ticking = false;
        var next = _changedDueTime ?? _period;
        _changedDueTime = null;
        if (!_disposed.IsCancellationRequested)
        {
            _timer.Change(next, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Tick : Work
    {
        private readonly GrainTimer _timer;

        public Tick(GrainTimer timer)
        {
            _timer = timer;
            Options = (timer._options.Interleave ? CallOptions.AlwaysInterleave : CallOptions.None)
                | (timer._options.KeepAlive ? CallOptions.None : CallOptions.NoUse);
        }

        public override bool IsAbandoned => _timer._disposed.IsCancellationRequested;

        public override void Start(Activation activation) => _ = Run(activation);

        // A tick belongs to one activation: when that has ended, nobody misses it.
        public override void Reject(Exception reason)
        {
        }

        public override void Send()
        {
        }

        private async Task Run(Activation activation)
        {
            await _timer.RunTick();
            activation.Finish(this);
        }
    }
}
