using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;

namespace MonEspaceSante.Grains.Due;

/// <summary>How far a worker has come in one bucket. Lost with the activation: what was called from a bucket that is not finished is then called again.</summary>
internal sealed class DueProgress
{
    private readonly HashSet<DueEntry> _confirmed = [];
    private Queue<DueEntry> _waiting = new();

    /// <summary>The version of the bucket that was read.</summary>
    public BlobTag? Read { get; private set; }

    /// <summary>Whether all that was read is confirmed.</summary>
    public bool IsFinished => _waiting.Count == 0;

    /// <summary>Takes in what the bucket holds now.</summary>
    public void Take(IEnumerable<DueEntry> entries, BlobTag tag)
    {
        _waiting = new(entries.Distinct().Where(entry => !_confirmed.Contains(entry)).OrderBy(entry => entry.From));
        Read = tag;
    }

    /// <summary>What is to be called at <paramref name="now"/>, at most <paramref name="count"/>, the earliest first.</summary>
    public IReadOnlyList<DueEntry> Due(DateTimeOffset now, int count) => [.. _waiting.TakeWhile(entry => entry.From <= now).Take(count)];

    /// <summary>Those that are due first were called.</summary>
    public void Confirm(IReadOnlyList<DueEntry> first)
    {
        foreach (var entry in first)
        {
            _waiting.Dequeue();
            _confirmed.Add(entry);
        }
    }
}
