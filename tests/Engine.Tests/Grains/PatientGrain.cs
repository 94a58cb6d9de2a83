namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Works until told to stop.</summary>
[Alias("engine-tests.patient")]
public interface IPatientGrain : IGrainWithStringKey
{
    [Alias("work-until-cancelled")]
    Task WorkUntilCancelled(string name, CancellationToken cancellationToken);

    [Alias("can-be-cancelled")]
    Task<int> Twice(int number, CancellationToken cancellationToken = default);
}

[GrainType("engine-tests.patient")]
internal sealed class PatientGrain : Grain, IPatientGrain
{
    public async Task WorkUntilCancelled(string name, CancellationToken cancellationToken)
    {
        Signals.Give($"{name} works");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Signals.Give($"{name} stopped");
        }
    }

    public Task<int> Twice(int number, CancellationToken cancellationToken) => Task.FromResult(number * 2);
}
