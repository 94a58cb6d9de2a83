using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Cancellation crosses grain calls.</summary>
[Collection(SharedCluster.Name)]
public sealed class CancellationTests(ClusterFixture fixture)
{
    private readonly string _key = $"cancellation-{Guid.NewGuid():N}";

    private IPatientGrain Patient => fixture.Cluster.Client.GetGrain<IPatientGrain>(_key);

    [Fact]
    public async Task Cancelling_ends_the_wait_and_tells_the_grain()
    {
        using var cancellation = new CancellationTokenSource();
        var call = Patient.WorkUntilCancelled(_key, cancellation.Token);
        await Signals.Until($"{_key} works");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Signals.Until($"{_key} stopped");
    }

    [Fact]
    public async Task A_call_cancelled_while_it_waits_never_starts()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var running = Patient.WorkUntilCancelled(_key, first.Token);
        await Signals.Until($"{_key} works");
        var waiting = Patient.WorkUntilCancelled($"{_key} second", second.Token);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal(4, await Patient.Twice(2));
        Assert.False(Signals.IsGiven($"{_key} second works"));
    }

    [Fact]
    public async Task A_token_that_was_cancelled_before_sends_no_call()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Patient.Twice(2, cancellation.Token));
    }
}
