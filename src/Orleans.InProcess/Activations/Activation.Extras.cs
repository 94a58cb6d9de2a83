namespace Orleans.Runtime;

/// <summary>What few activations have: timers, re-entrant sections, observers of streams.</summary>
internal sealed partial class Activation
{
    /// <summary>The observers that this activation has attached to subscriptions, by subscription.</summary>
    public Dictionary<Guid, object> StreamObservers => (_extras ??= new()).StreamObservers;

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, callback, options, Silo.Clock, Silo.Log);
        (_extras ??= new()).Timers.Add(timer);
        return timer;
    }

    public void ForgetTimer(GrainTimer timer) => _extras?.Timers.Remove(timer);

    private sealed class Extras
    {
        public HashSet<GrainTimer> Timers { get; } = [];

        public Dictionary<Guid, int> ReentrantSections { get; } = [];

        public Dictionary<Guid, object> StreamObservers { get; } = [];

        public void StopTimers()
        {
            foreach (var timer in Timers.ToArray())
            {
                timer.Dispose();
            }
        }
    }
}
