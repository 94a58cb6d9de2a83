namespace Orleans.Runtime;

/// <summary>How an activation ends.</summary>
internal sealed partial class Activation
{
    private long _keepUntil = long.MinValue;
    private CancellationToken _hurry;

    public bool IsIdle => _stage is Stage.Valid && _running == 0 && !HasTurns;

    /// <summary>Whether nobody has used it for longer than it may be idle, as far as can be seen from outside of its turns.</summary>
    public bool IsCollectable(long now) =>
        IsIdle && now >= _keepUntil && Silo.Clock.GetElapsedTime(_lastUsed, now) >= grainClass.CollectionAge;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (TaskScheduler.Current == this)
        {
            BeginDeactivation(deactivationReason, cancellationToken);
        }
        else
        {
            RunAsTurn(() => BeginDeactivation(deactivationReason, cancellationToken));
        }
    }

    public void DelayDeactivation(TimeSpan span) => _keepUntil =
        span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan ? long.MinValue
        : span == Timeout.InfiniteTimeSpan || span == TimeSpan.MaxValue ? long.MaxValue
        : Silo.Clock.GetTimestamp() + (long)(span.TotalSeconds * Silo.Clock.TimestampFrequency);

    private void BeginDeactivation(DeactivationReason reason, CancellationToken hurry)
    {
        // An idle activation may have been called since the collector looked.
        if (_stage is Stage.Deactivating or Stage.Gone || (reason.ReasonCode is DeactivationReasonCode.ActivationIdle && _running > 0))
        {
            return;
        }

        var isActivating = _stage is Stage.Activating;
        _reason = reason;
        _hurry = hurry;
        _stage = Stage.Deactivating;
        if (!isActivating && _running == 0)
        {
            _ = FinishDeactivation();
        }
    }

    private async Task FinishDeactivation()
    {
        StopTimers();
        try
        {
            using var patience = new CancellationTokenSource(Silo.Collection.DeactivationTimeout, Silo.Clock);
            using var hurry = _hurry.UnsafeRegister(static patience => ((CancellationTokenSource)patience!).Cancel(), patience);
            if (GrainInstance is IGrainBase grain)
            {
                await grain.OnDeactivateAsync(_reason, patience.Token).WaitAsync(patience.Token);
            }
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(exception, this);
        }

        await Leave();
    }

    /// <summary>Gives up the grain's id, and only then lets waiting work look for the next activation.</summary>
    private async Task Leave()
    {
        StopTimers();
        try
        {
            await DisposeInstance();
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(exception, this);
        }

        _stage = Stage.Gone;
        grainClass.Activations.Remove(this);
        Close();
        GrainInstance = null;
        _streamObservers = null;
        LazyInitializer.EnsureInitialized(ref _deactivated, NewSignal).TrySetResult();
        while (_firstWaiting is { } work)
        {
            Unlink(null, work);
            PassOn(work);
        }
    }

    private async ValueTask DisposeInstance()
    {
        if (GrainInstance is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync();
        }
        else if (GrainInstance is IDisposable disposable)
        {
            disposable.Dispose();
        }

        if (_scope is IAsyncDisposable scope)
        {
            await scope.DisposeAsync();
        }
    }

    private void PassOn(Work work)
    {
        if (_reason is { ReasonCode: DeactivationReasonCode.ActivationFailed, Exception: { } failure })
        {
            work.Reject(failure);
        }
        else
        {
            work.Send();
        }
    }
}
