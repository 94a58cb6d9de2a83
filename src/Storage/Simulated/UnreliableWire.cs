using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>The way between one process and the store, on which a plan makes calls fail. A process that has crashed gets nothing more through.</summary>
/// <param name="plan">Says what goes wrong.</param>
/// <param name="time">The clock of the simulation.</param>
public sealed class UnreliableWire(IFaultPlan plan, TimeProvider time)
{
    /// <summary>The process at this end has ended.</summary>
    public bool Crashed { get; private set; }

    /// <summary>Carries a call to <paramref name="effect"/>, which owns what it needs: it may run after its caller is gone, or twice.</summary>
    /// <exception cref="StorageUnavailableException">No answer.</exception>
    /// <exception cref="SimulatedCrashException">The process has ended.</exception>
    public async Task<T> CallAsync<T>(Func<Task<T>> effect, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ThrowIfCrashed();
        var fault = plan.Next();
        CrashIf(fault is Fault.CrashBefore);
        if (fault is Fault.Duplicated or Fault.Late)
        {
            // Nobody waits for this one, and whatever it finds when it lands is nobody's answer.
            _ = LandAsync(effect, plan.Delay());
        }

        if (fault is Fault.Refused or Fault.Dropped or Fault.Late)
        {
            await Task.Delay(fault is Fault.Refused ? plan.Latency() : plan.Delay(), time, cancellationToken);
            throw Unanswered(fault);
        }

        // The request goes on when its caller no longer waits for it.
        var answer = LandAsync(effect, fault is Fault.Delayed ? plan.Delay() : plan.Latency()).WaitAsync(cancellationToken);
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        CrashIf(fault is Fault.CrashAfter);
        return fault is Fault.AnswerLost ? throw Unanswered(fault) : await answer;
    }

    /// <summary>Carries a call that answers nothing, in the same way.</summary>
    public Task CallAsync(Func<Task> effect, CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            await effect();
            return true;
        },
        cancellationToken);

    private async Task<T> LandAsync<T>(Func<Task<T>> effect, TimeSpan after)
    {
        await Task.Delay(after, time);
        return await effect();
    }

    private void CrashIf(bool now)
    {
        Crashed |= now;
        ThrowIfCrashed();
    }

    private void ThrowIfCrashed()
    {
        if (Crashed)
        {
            throw new SimulatedCrashException();
        }
    }

    private static StorageUnavailableException Unanswered(Fault fault) => new($"Simulated: {fault}.");
}
