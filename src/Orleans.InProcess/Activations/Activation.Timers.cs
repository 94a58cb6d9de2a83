namespace Orleans.Runtime;

/// <summary>What only some activations have: timers, and observers of streams.</summary>
internal sealed partial class Activation
{
    private HashSet<GrainTimer>? _timers;
    private Dictionary<Guid, object>? _streamObservers;

    /// <summary>The observers that this activation has attached to subscriptions, by subscription.</summary>
    public Dictionary<Guid, object> StreamObservers => _streamObservers ??= [];

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, callback, options, Silo.Clock, Silo.Log);
        (_timers ??= []).Add(timer);
        return timer;
    }

    public void ForgetTimer(GrainTimer timer) => _timers?.Remove(timer);

    private void StopTimers()
    {
        foreach (var timer in _timers?.ToArray() ?? [])
        {
            timer.Dispose();
        }
    }
}
