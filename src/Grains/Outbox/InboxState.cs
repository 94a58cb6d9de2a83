using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Grains.Outbox;

/// <summary>What a grain has taken in, by sender: the highest contiguous number and what lies beyond it. Exact, small, never expires.</summary>
internal sealed class InboxState
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>Whether it was taken in before.</summary>
    public bool Holds(string sender, long sequence) =>
        _lines.TryGetValue(sender, out var line) && (sequence <= line.Contiguous || line.Beyond.Contains(sequence));

    /// <summary>An entry stands in the journal.</summary>
    public void Apply(InEntry entry)
    {
        if (!_lines.TryGetValue(entry.Sender, out var line))
        {
            _lines.Add(entry.Sender, line = new());
        }

        line.Beyond.Add(entry.Sequence);
        while (line.Beyond.Remove(line.Contiguous + 1))
        {
            line.Contiguous++;
        }
    }

    /// <summary>For a snapshot.</summary>
    public List<InboxMark> Marks() => [.. _lines.Select(line => new InboxMark(line.Key, line.Value.Contiguous, [.. line.Value.Beyond]))];

    /// <summary>From a snapshot.</summary>
    public void Restore(List<InboxMark> marks)
    {
        foreach (var mark in marks)
        {
            _lines.Add(mark.Sender, new() { Contiguous = mark.Contiguous, Beyond = [.. mark.Beyond] });
        }
    }

    private sealed class Line
    {
        public long Contiguous { get; set; }

        public SortedSet<long> Beyond { get; init; } = [];
    }
}
