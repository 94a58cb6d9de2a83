using System.Diagnostics.Metrics;

namespace MonEspaceSante.Storage.Journals;

/// <summary>What operators watch of journals; a quarantined journal is an alarm. Counters carry no identity.</summary>
internal static class JournalMeter
{
    private static readonly Meter Meter = new("MonEspaceSante.Journals");
    private static readonly Counter<long> Quarantines = Meter.CreateCounter<long>("journals.quarantined", description: "Journals found corrupted.");
    private static readonly Counter<long> Ignored = Meter.CreateCounter<long>("journals.snapshots.ignored", description: "Snapshots that could not be used.");

    public static void Quarantined() => Quarantines.Add(1);

    public static void SnapshotIgnored() => Ignored.Add(1);
}
