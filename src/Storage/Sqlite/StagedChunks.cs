using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>The chunks that wait for the commit of their blob. Those of a writer that gave up are forgotten after an hour.</summary>
internal sealed class StagedChunks(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<BlobName, Staging> _stagings = [];
    private DateTimeOffset _nextSweep = clock.GetUtcNow() + Patience;

    /// <summary>Keeps <paramref name="chunk"/>, in the place of an earlier one of that number.</summary>
    /// <returns>The chunks that nobody will commit any more.</returns>
    public List<Chunk> Put(BlobName name, int index, Chunk chunk)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var forgotten = Sweep(now);
            if (!_stagings.TryGetValue(name, out var staging))
            {
                _stagings.Add(name, staging = new());
            }

            staging.Last = now;
            if (staging.Chunks.Remove(index, out var earlier))
            {
                forgotten.Add(earlier);
            }

            staging.Chunks.Add(index, chunk);
            return forgotten;
        }
    }

    /// <summary>Takes everything staged for <paramref name="name"/>: the chunks 0 to <paramref name="count"/> − 1, and those beside them.</summary>
    /// <returns><see langword="false"/> where some of the chunks are missing; then nothing is taken.</returns>
    public bool TryTake(BlobName name, int count, [NotNullWhen(true)] out List<Chunk>? chunks, out List<Chunk> unused)
    {
        lock (_gate)
        {
            chunks = null;
            unused = [];
            _stagings.TryGetValue(name, out var staging);
            var staged = staging?.Chunks ?? [];
            if (Enumerable.Range(0, count).Any(index => !staged.ContainsKey(index)))
            {
                return false;
            }

            _stagings.Remove(name);
            chunks = [.. Enumerable.Range(0, count).Select(index => staged[index])];
            unused = [.. staged.Where(chunk => chunk.Key >= count).Select(chunk => chunk.Value)];
            return true;
        }
    }

    private List<Chunk> Sweep(DateTimeOffset now)
    {
        if (now < _nextSweep)
        {
            return [];
        }

        _nextSweep = now + Patience;
        var forgotten = new List<Chunk>();
        foreach (var (name, staging) in _stagings.Where(each => each.Value.Last + Patience <= now).ToList())
        {
            _stagings.Remove(name);
            forgotten.AddRange(staging.Chunks.Values);
        }

        return forgotten;
    }

    private sealed class Staging
    {
        public Dictionary<int, Chunk> Chunks { get; } = [];

        public DateTimeOffset Last { get; set; }
    }
}
