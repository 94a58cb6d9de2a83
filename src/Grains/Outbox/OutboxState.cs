using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Grains.Outbox;

/// <summary>What a grain has promised to send and nobody has confirmed yet, by target.</summary>
internal sealed class OutboxState
{
    private readonly Dictionary<OutboxTarget, Line> _lines = [];

    /// <summary>Whether something waits for a receipt.</summary>
    public bool IsOpen => _lines.Values.Any(line => line.Open.Count > 0);

    /// <summary>Everything that waits for a receipt, in the order it must arrive in.</summary>
    public IEnumerable<OutEntry> Open => _lines.Values.SelectMany(line => line.Open.Values);

    /// <summary>What this activation has not published yet, in the order it must arrive in; from now on it has.</summary>
    public List<OutEntry> TakeUnpublished()
    {
        var unpublished = new List<OutEntry>();
        foreach (var line in _lines.Values)
        {
            unpublished.AddRange(line.Open.Values.Where(entry => entry.Sequence > line.Published));
            line.Published = line.Last;
        }

        return unpublished;
    }

    /// <summary>Confirmed marks that the journal does not hold yet.</summary>
    public List<OutDoneEntry> Unwritten { get; } = [];

    /// <summary>The entry that would be the next for <paramref name="target"/>, <paramref name="ahead"/> entries of the same block before it.</summary>
    public OutEntry Next(OutboxTarget target, Notice notice, int ahead) => new(target, LineOf(target).Last + 1 + ahead, notice);

    /// <summary>The same, for the due index.</summary>
    public OutEntry Next(DueItem item, int ahead) => new(OutboxTarget.DueIndex, LineOf(OutboxTarget.DueIndex).Last + 1 + ahead, null, item);

    /// <summary>An entry stands in the journal.</summary>
    public void Apply(OutEntry entry)
    {
        var line = LineOf(entry.Target);
        line.Last = entry.Sequence;
        line.Open.Add(entry.Sequence, entry);
    }

    /// <summary>A mark stands in the journal.</summary>
    public void Apply(OutDoneEntry done)
    {
        var line = LineOf(done.Target);
        foreach (var sequence in line.Open.Keys.TakeWhile(sequence => sequence <= done.UpTo).ToArray())
        {
            line.Open.Remove(sequence);
        }
    }

    /// <summary>The target has confirmed <paramref name="sequence"/>; the mark goes out with the next block.</summary>
    public void Confirm(OutboxTarget target, long sequence)
    {
        var line = LineOf(target);
        line.Open.Remove(sequence);
        var upTo = line.Open.Count == 0 ? line.Last : line.Open.Keys[0] - 1;
        Unwritten.RemoveAll(done => done.Target == target);
        Unwritten.Add(new(target, upTo));
    }

    /// <summary>For a snapshot.</summary>
    public List<OutboxMark> Marks() => [.. _lines.Select(line => new OutboxMark(line.Key, line.Value.Last, [.. line.Value.Open.Values]))];

    /// <summary>From a snapshot.</summary>
    public void Restore(List<OutboxMark> marks)
    {
        foreach (var mark in marks)
        {
            var line = LineOf(mark.Target);
            mark.Open.ForEach(entry => line.Open.Add(entry.Sequence, entry));
            line.Last = mark.Last;
        }
    }

    private Line LineOf(OutboxTarget target)
    {
        if (!_lines.TryGetValue(target, out var line))
        {
            _lines.Add(target, line = new());
        }

        return line;
    }

    private sealed class Line
    {
        public long Last { get; set; }

        public long Published { get; set; }

        public SortedList<long, OutEntry> Open { get; } = [];
    }
}
