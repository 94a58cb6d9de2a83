using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Faults for the calls from a given one on, in order; nothing goes wrong after them.</summary>
internal sealed class ScriptedFaults : IFaultPlan
{
    private Queue<Fault> _faults = new();

    public TimeSpan DelayBy { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many calls were made.</summary>
    public int Calls { get; private set; }

    public void Script(params IEnumerable<Fault> faults) => _faults = new(faults);

    public Fault Next()
    {
        Calls++;
        return _faults.TryDequeue(out var fault) ? fault : Fault.None;
    }

    public TimeSpan Latency() => TimeSpan.FromMilliseconds(5);

    public TimeSpan Delay() => DelayBy;
}

/// <summary>Runs tests of one journal in virtual time, behind a wire that fails as scripted.</summary>
internal sealed class FaultyWorld(JournalOptions? options = null)
{
    private readonly VirtualTime _time = new(seed: 1);

    public JournalWorld World { get; } = new(options);

    public ScriptedFaults Faults { get; init; } = new();

    public TimeProvider Time => _time;

    public void Run(Func<Task> test) => _time.Run(test);

    /// <summary>A process that opens the journal through the wire; the faults begin when its calls do.</summary>
    public Task<Opened> OpenAsync()
    {
        var store = new FaultyBlobStore(World.Blobs, new UnreliableWire(Faults, _time));
        return World.OpenAsync(new JournalStore(store, JournalWorld.KeysIn(store), _time, World.Options));
    }
}
