using MonEspaceSante.Engine_Tests.Grains;
using Orleans.Storage;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Semantics 4 and 7: what fails, who learns it, and what goes on.</summary>
[Collection(SharedCluster.Name)]
public sealed class FailureTests(ClusterFixture fixture)
{
    [Theory]
    [InlineData("activation")]
    [InlineData("constructor")]
    public async Task A_failed_activation_fails_its_calls_and_the_next_call_starts_afresh(string part)
    {
        var grain = Fragile(part);
        var failed = await Assert.ThrowsAnyAsync<Exception>(grain.Work);

        Assert.Contains($"{part} is broken", failed.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await grain.Work());
    }

    [Fact]
    public async Task An_exception_reaches_the_caller_with_its_data()
    {
        var grain = Fragile("call");

        Assert.Equal("leg", (await Assert.ThrowsAsync<BrokenException>(() => grain.FailAtOnce("leg"))).What);
        Assert.Equal("arm", (await Assert.ThrowsAsync<BrokenException>(() => grain.FailLater("arm"))).What);
        Assert.Equal(1, await grain.Work());
    }

    [Fact]
    public async Task A_grain_that_has_lost_track_of_its_state_starts_afresh()
    {
        var grain = Fragile("state");
        Assert.Equal(1, await grain.Work());
        await Assert.ThrowsAsync<InconsistentStateException>(grain.LoseTrack);

        Assert.Equal(2, await grain.Work());
    }

    private IFragileGrain Fragile(string part) => fixture.Cluster.Client.GetGrain<IFragileGrain>($"{part}-{Guid.NewGuid():N}");
}
