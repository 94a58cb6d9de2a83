using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>What a client of the model asks: to deposit an amount, or to consult the balance (no amount).</summary>
internal sealed record LedgerCommand(Guid Id, long? Amount);

/// <summary>What tells two states of a ledger apart at a glance.</summary>
internal readonly record struct LedgerMark(long Balance, int Consultations, int Commands);

/// <summary>
/// The smallest thing that lives by the rules of a patient space: its effects, its traces and its results of commands are all in its journal.
/// </summary>
internal sealed record Ledger(long Balance, int Consultations, ImmutableDictionary<Guid, long> Results)
{
    public static readonly Ledger Empty = new(0, 0, ImmutableDictionary<Guid, long>.Empty);

    public LedgerMark Mark => new(Balance, Consultations, Results.Count);

    /// <summary>The result of a command, and the entries that say so. A consultation too leaves its trace before it discloses anything.</summary>
    public (long Result, NewEntry[] Entries) Decide(LedgerCommand command)
    {
        var result = Balance + (command.Amount ?? 0);
        return (result, [
            command.Amount is { } amount
                ? new(EntryKind.Event, KeyClass.Data, 1, command.Id, Number(amount))
                : new(EntryKind.Event, KeyClass.Trace, 1, command.Id, default),
            new(EntryKind.CommandDone, KeyClass.Data, 1, command.Id, Number(result)),
        ]);
    }

    public Ledger Apply(EntryKind kind, KeyClass keyClass, Guid command, ReadOnlyMemory<byte> body) => (kind, keyClass) switch
    {
        (EntryKind.SegmentOpened, _) => this,
        (EntryKind.Event, KeyClass.Data) => this with { Balance = Balance + Number(body) },
        (EntryKind.Event, KeyClass.Trace) => this with { Consultations = Consultations + 1 },
        (EntryKind.CommandDone, _) => this with { Results = Results.Add(command, Number(body)) },
        _ => throw new InvalidOperationException($"A ledger knows no {kind} of class {keyClass}."),
    };

    public Ledger Apply(JournalEntry entry) => Apply(entry.Kind, entry.KeyClass, entry.CommandId, entry.Body);

    public byte[] Save() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static Ledger Load(ReadOnlyMemory<byte> saved) => JsonSerializer.Deserialize<Ledger>(saved.Span)!;

    public bool Same(Ledger other) => Mark == other.Mark && Results.All(result => other.Results.GetValueOrDefault(result.Key) == result.Value);

    private static byte[] Number(long number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static long Number(ReadOnlyMemory<byte> body) => long.Parse(body.Span, CultureInfo.InvariantCulture);
}
