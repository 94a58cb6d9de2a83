namespace MonEspaceSante.Storage.Simulated;

/// <summary>
/// A clock that moves only when nothing is left to do at the present instant, and a scheduler whose choices among what is ready follow from a seed:
/// the same seed gives the same run, hours of it in milliseconds. For one thread.
/// </summary>
/// <param name="seed">Decides the order of what is ready at the same instant.</param>
public sealed class VirtualTime(int seed) : TimeProvider
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(VirtualTimer Timer, long Setting), (long Due, long Order)> _due = new();
    private readonly ReadyWork _ready = new(new Random(seed));
    private long _now;
    private long _settings;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Origin.AddTicks(_now);

    /// <inheritdoc/>
    public override long GetTimestamp() => _now;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs <paramref name="work"/> to its end, on this thread. What it left unfinished behind it stays so.</summary>
    /// <exception cref="InvalidOperationException">The work waits for something that nothing will bring.</exception>
    public void Run(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var outside = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_ready);
        try
        {
            var done = work();
            while (!done.IsCompleted)
            {
                if (!_ready.RunOne() && !FireNext())
                {
                    throw new InvalidOperationException("The simulated work waits for something that nothing will bring.");
                }
            }

            done.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outside);
        }
    }

    private bool FireNext()
    {
        while (_due.TryDequeue(out var next, out var when))
        {
            if (next.Timer.Setting == next.Setting)
            {
                _now = Math.Max(_now, when.Due);
                next.Timer.Fire();
                return true;
            }
        }

        return false;
    }

    private long Schedule(VirtualTimer timer, TimeSpan delay)
    {
        var setting = ++_settings;
        if (delay != Timeout.InfiniteTimeSpan)
        {
            _due.Enqueue((timer, setting), (_now + delay.Ticks, setting));
        }

        return setting;
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        /// <summary>The last setting: earlier ones no longer fire.</summary>
        public long Setting { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Setting = time.Schedule(this, dueTime);
            return true;
        }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Setting = time.Schedule(this, _period);
            }

            callback(state);
        }

        public void Dispose() => Setting = 0;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Continuations ready to run; any of them may be next.</summary>
    private sealed class ReadyWork(Random random) : SynchronizationContext
    {
        private readonly List<(SendOrPostCallback Callback, object? State)> _work = [];

        public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

        public override void Send(SendOrPostCallback d, object? state) => d(state);

        public override SynchronizationContext CreateCopy() => this;

        public bool RunOne()
        {
            if (_work.Count == 0)
            {
                return false;
            }

            var index = random.Next(_work.Count);
            var (callback, state) = _work[index];
            _work[index] = _work[^1];
            _work.RemoveAt(_work.Count - 1);
            callback(state);
            return true;
        }
    }
}
