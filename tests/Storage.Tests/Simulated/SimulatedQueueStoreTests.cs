using MonEspaceSante.Storage.Queues;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Storage.Tests.Contracts;

namespace MonEspaceSante.Storage.Tests.Simulated;

public sealed class SimulatedQueueStoreTests : QueueStoreContract
{
    private readonly VirtualTime _time = new(seed: 1);
    private readonly SimulatedQueueStore _store;

    public SimulatedQueueStoreTests() => _store = new(_time);

    protected override IQueueStore Store => _store;

    protected override void Reopen()
    {
        // Memory is all there is of it.
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Run(() => Task.Delay(time, _time));
        return Task.CompletedTask;
    }
}
