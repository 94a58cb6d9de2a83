using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>What the simulation must be able to notice.</summary>
public enum Mutation
{
    None,
    AppendsAnywhere,
    AnswersFirst,
}

/// <summary>
/// One seeded run: a few processes, any of which may hold an activation of the same ledger, clients that repeat what was not answered,
/// and a store that is far away, slow and unreliable.
/// </summary>
internal sealed class World
{
    private const int MostAttempts = 1_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Silo[] _silos;

    public World(int seed, Mutation mutation = Mutation.None)
    {
        Random = new(seed);
        Time = new(Random.Next());
        Mutation = mutation;
        Span<byte> id = stackalloc byte[16];
        Random.NextBytes(id);
        Journal = JournalId.Parse(Convert.ToHexStringLower(id));
        Keys = new(Memory, KeyRing);
        // A reload reads every segment after the snapshot, and with a third of its reads failing it would rarely get through many of them.
        Options = new() { MaxBlocks = Random.Next(5, 30) };
        Auditor = new(Journal, Keys, Options);
        Store = new AuditedStore(mutation is Mutation.AppendsAnywhere ? new AppendsAnywhere(Memory) : Memory, Auditor);
        var rate = Random.NextDouble() * 0.35;
        Faults = new TalliedFaults(new SeededFaults(Random, rate, rate * 0.1), Seen);
        _silos = [.. Enumerable.Range(0, Random.Next(1, 4)).Select(_ => new Silo(this))];
    }

    public Random Random { get; }

    public VirtualTime Time { get; }

    public Mutation Mutation { get; }

    public JournalId Journal { get; }

    public SimulatedBlobStore Memory { get; } = new();

    public SimulatedKeyRing KeyRing { get; } = new();

    public IBlobStore Store { get; }

    public SpaceKeys Keys { get; }

    public JournalOptions Options { get; }

    public IFaultPlan Faults { get; }

    public Auditor Auditor { get; }

    public Tally Seen { get; } = new();

    /// <summary>Runs the clients to their end, then looks at what stands.</summary>
    public World Run()
    {
        Time.Run(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, Random.Next(1, 4)).Select(_ => BeClientAsync(Random.Next(5, 15))));

            // Whatever is still on its way lands before the last look.
            await Task.Delay(LongestWait, Time);
            if (Auditor.Violation is null)
            {
                await LookAsync(schema: 1);
                await LookAsync(schema: 2);
                await VerifyAsync();
            }
        });
        Seen.Entries = (int)Auditor.End.Sequence;
        Seen.Segments = Auditor.End.Segment;
        return this;
    }

    private async Task BeClientAsync(int commands)
    {
        var answered = new List<(LedgerCommand Command, long Result)>();
        while (answered.Count < commands && Auditor.Violation is null)
        {
            var command = new LedgerCommand(NewId(), Random.Next(3) == 0 ? null : Random.Next(1, 100));
            answered.Add((command, await InsistAsync(command)));
            var (known, result) = answered[Random.Next(answered.Count)];
            if (Random.Next(5) == 0 && await InsistAsync(known) is var again && again != result)
            {
                Auditor.Violated($"I3: command {known.Id} was answered {result}, then {again}");
            }
        }
    }

    /// <summary>Sends a command until it is answered; sometimes to two processes at once.</summary>
    private async Task<long> InsistAsync(LedgerCommand command)
    {
        for (var attempt = 0; attempt < MostAttempts && Auditor.Violation is null; attempt++)
        {
            if (Random.Next(10) == 0)
            {
                _ = TryAsync(command);
            }

            if (await TryAsync(command) is { } result)
            {
                return result;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Next(1, 2_000)), Time);
        }

        Auditor.Violated("no answer, however often it was asked for");
        return 0;
    }

    private async Task<long?> TryAsync(LedgerCommand command)
    {
        var silo = _silos[Random.Next(_silos.Length)];
        silo.Clock.Skew = Random.Next(20) switch
        {
            0 => TimeSpan.FromHours(-1),
            1 => TimeSpan.FromDays(1),
            _ => silo.Clock.Skew,
        };
        try
        {
            return await silo.CallAsync(command);
        }
        catch (Exception unanswered) when (unanswered is OutcomeUnknownException or StorageUnavailableException or SimulatedCrashException)
        {
            return null;
        }
    }

    /// <summary>Opens the journal without faults: with the snapshot where the schema is the one it was written with, without it otherwise.</summary>
    private async Task LookAsync(int schema)
    {
        var ledger = Ledger.Empty;
        var journal = await new JournalStore(Memory, Keys, Time, Options).OpenAsync(
            Journal, schema, saved => ledger = Ledger.Load(saved), entry => ledger = ledger.Apply(entry), CancellationToken.None);
        if (journal.Sequence != Auditor.End.Sequence || !ledger.Same(Auditor.Ledger))
        {
            Auditor.Violated($"I5: replayed with schema {schema}, {ledger.Mark} at {journal.Sequence}; {Auditor.Ledger.Mark} at {Auditor.End.Sequence} was written");
        }
    }

    private async Task VerifyAsync()
    {
        var report = await new JournalVerifier(Memory, Keys).VerifyAsync(
            Journal, new JournalHead(Auditor.End.Sequence, Auditor.End.Chain), CancellationToken.None);
        if (report.Fault is { } fault)
        {
            Auditor.Violated($"I1, I2: segment {fault.Segment}, position {fault.Position}: {fault.Reason}");
        }
    }

    private Guid NewId()
    {
        Span<byte> id = stackalloc byte[16];
        Random.NextBytes(id);
        return new(id);
    }
}
