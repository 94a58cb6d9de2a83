using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>What took place in a run: a simulation in which nothing goes wrong proves nothing.</summary>
internal sealed class Tally
{
    public int[] Faults { get; } = new int[Enum.GetValues<Fault>().Length];

    public int Starts { get; set; }

    public int Activations { get; set; }

    public int Snapshots { get; set; }

    public int Segments { get; set; }

    public int Entries { get; set; }

    public void Add(Tally other)
    {
        for (var fault = 0; fault < Faults.Length; fault++)
        {
            Faults[fault] += other.Faults[fault];
        }

        Starts += other.Starts;
        Activations += other.Activations;
        Snapshots += other.Snapshots;
        Segments += other.Segments;
        Entries += other.Entries;
    }

    public override string ToString() =>
        $"{Entries} entries in {Segments} segments, {Activations} activations, {Starts} process starts, {Snapshots} snapshots, "
        + string.Join(", ", Enum.GetValues<Fault>().Select(fault => $"{fault} {Faults[(int)fault]}"));
}

/// <summary>Counts the faults of a plan.</summary>
internal sealed class TalliedFaults(IFaultPlan plan, Tally tally) : IFaultPlan
{
    public Fault Next()
    {
        var fault = plan.Next();
        tally.Faults[(int)fault]++;
        return fault;
    }

    public TimeSpan Latency() => plan.Latency();

    public TimeSpan Delay() => plan.Delay();
}
