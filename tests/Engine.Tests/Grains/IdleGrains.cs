namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Lives as long as its class or itself asks for.</summary>
public interface IIdleGrain : IGrainWithStringKey
{
    [Alias("touch")]
    Task Touch();

    [Alias("stay")]
    Task Stay(TimeSpan time);
}

internal abstract class IdleGrain : Grain, IIdleGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Signals.Count($"{this.GetPrimaryKeyString()} active");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Count($"{this.GetPrimaryKeyString()} {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task Touch() => Task.CompletedTask;

    public Task Stay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }
}

[Alias("engine-tests.passing")]
public interface IPassingGrain : IIdleGrain;

[GrainType("engine-tests.passing")]
internal sealed class PassingGrain : IdleGrain, IPassingGrain;

[Alias("engine-tests.kept")]
public interface IKeptGrain : IIdleGrain;

[KeepAlive]
[GrainType("engine-tests.kept")]
internal sealed class KeptGrain : IdleGrain, IKeptGrain;

[Alias("engine-tests.minutes")]
public interface IMinutesGrain : IIdleGrain;

// Orleans refuses to start with an age that is not above the quantum of its collector: one minute.
[CollectionAgeLimit(Minutes = 2)]
[GrainType("engine-tests.minutes")]
internal sealed class MinutesGrain : IdleGrain, IMinutesGrain;
