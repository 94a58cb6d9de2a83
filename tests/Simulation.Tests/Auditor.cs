using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>Sees every block land and every answer leave, and checks after each the invariants of the storage design, section 14. Keeps the first violation.</summary>
internal sealed class Auditor(JournalId journal, SpaceKeys keys, JournalOptions options)
{
    private readonly HashSet<Guid> _traced = [];
    private readonly Dictionary<long, LedgerMark> _marks = new() { [0] = Ledger.Empty.Mark };

    private BlockReader? _blocks;

    /// <summary>The first invariant broken, in words.</summary>
    public string? Violation { get; private set; }

    /// <summary>What the journal holds.</summary>
    public Ledger Ledger { get; private set; } = Ledger.Empty;

    /// <summary>How far it goes.</summary>
    public JournalPoint End => _blocks?.At ?? JournalPoint.Start(journal);

    public void Violated(string invariant) => Violation ??= invariant;

    /// <summary>A block has landed, whoever sent it.</summary>
    public void Landed(ReadOnlyMemory<byte> block)
    {
        if (Violation is not null)
        {
            return;
        }

        // Its writer has made the keys before; reading them in memory is over at once.
        _blocks ??= new(journal, End, new JournalCipher(journal, keys.FindAsync(journal, CancellationToken.None).Result!));
        var entries = new List<JournalEntry>();
        try
        {
            _blocks.Accept(block.Span, entries.Add);
        }
        catch (JournalCorruptedException corrupted)
        {
            Violated($"I1, I2: {corrupted.Message}");
            return;
        }

        if (End.Blocks > options.MaxBlocks)
        {
            Violated($"segment {End.Segment} holds {End.Blocks} blocks and may hold {options.MaxBlocks}");
        }

        foreach (var entry in entries)
        {
            Landed(entry, entries);
        }

        _marks[End.Sequence] = Ledger.Mark;
    }

    /// <summary>An activation answers <paramref name="result"/>, and the caller may see it.</summary>
    public void Answered(LedgerCommand command, long result)
    {
        if (command.Amount is null && !_traced.Contains(command.Id))
        {
            Violated($"I6: consultation {command.Id} was answered before its trace stood");
        }

        if (!Ledger.Results.TryGetValue(command.Id, out var recorded))
        {
            Violated($"I3: command {command.Id} was answered and is not in the journal");
        }
        else if (recorded != result)
        {
            Violated($"I3: command {command.Id} was answered {result}, the journal says {recorded}");
        }
    }

    /// <summary>An activation has this in memory, after entry <paramref name="sequence"/>.</summary>
    public void Held(long sequence, Ledger ledger)
    {
        if (Violation is null && (!_marks.TryGetValue(sequence, out var mark) || mark != ledger.Mark))
        {
            Violated($"I5: after entry {sequence} an activation holds {ledger.Mark}, the journal says {mark}");
        }
    }

    private void Landed(JournalEntry entry, List<JournalEntry> block)
    {
        switch (entry.Kind)
        {
            case EntryKind.CommandDone when Ledger.Results.ContainsKey(entry.CommandId):
                Violated($"I3: command {entry.CommandId} is in the journal twice");
                return;
            case EntryKind.Event when !block.Exists(other => other.Kind is EntryKind.CommandDone && other.CommandId == entry.CommandId):
                Violated($"I4: entry {entry.Sequence} is the effect of no command");
                return;
            case EntryKind.Event when entry.KeyClass is KeyClass.Trace:
                _traced.Add(entry.CommandId);
                break;
        }

        Ledger = Ledger.Apply(entry);
    }
}
