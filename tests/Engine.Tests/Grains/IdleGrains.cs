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

[Alias("engine-tests.minute")]
public interface IMinuteGrain : IIdleGrain;

[CollectionAgeLimit(Minutes = 1)]
[GrainType("engine-tests.minute")]
internal sealed class MinuteGrain : IdleGrain, IMinuteGrain;
