using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>A process that may hold an activation of the ledger, whatever the others hold, and that starts again after a crash.</summary>
internal sealed class Silo(World world)
{
    private UnreliableWire? _wire;
    private Activation? _activation;

    /// <summary>How far this machine's clock is from the true time.</summary>
    public SkewedClock Clock { get; } = new(world.Time);

    /// <summary>Carries out <paramref name="command"/> in this process.</summary>
    public async Task<long> CallAsync(LedgerCommand command)
    {
        if (_wire is null or { Crashed: true })
        {
            world.Seen.Starts++;
            (_wire, _activation) = (new(world.Faults, world.Time), null);
        }

        if (_activation is null or { Dead: true })
        {
            world.Seen.Activations++;
            _activation = Activate(_wire);
        }

        var result = await _activation.ExecuteAsync(command);
        world.Auditor.Answered(command, result);
        return result;
    }

    private Activation Activate(UnreliableWire wire)
    {
        var store = new GuardedStore(new FaultyBlobStore(world.Store, wire), world.Auditor);
        var journals = new JournalStore(
            new JournalSurroundings(store, new SpaceKeys(store, world.KeyRing), Clock, world.Options, world.Random.NextBytes));
        return world.Mutation is Mutation.AnswersFirst ? new AnswersFirst(world, journals, store) : new Activation(world, journals, store);
    }
}

/// <summary>A machine's clock: it may jump, while the waits measured with it stay true.</summary>
internal sealed class SkewedClock(TimeProvider truth) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => truth.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => truth.GetUtcNow() + Skew;

    public override long GetTimestamp() => truth.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        truth.CreateTimer(callback, state, dueTime, period);
}
