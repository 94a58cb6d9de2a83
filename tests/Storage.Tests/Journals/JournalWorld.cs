using System.Text;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>One journal, on a store in memory, as its activations see it.</summary>
internal sealed class JournalWorld
{
    public const int Schema = 1;

    public JournalWorld(JournalOptions? options = null)
    {
        Options = options ?? new();
        Keys = KeysIn(Blobs);
    }

    public JournalId Id { get; init; } = JournalId.Parse("00112233445566778899aabbccddeeff");

    public SimulatedBlobStore Blobs { get; } = new();

    public SpaceKeys Keys { get; private init; }

    public JournalOptions Options { get; }

    public ManualTime Time { get; } = new();

    public static SpaceKeys KeysIn(IBlobStore blobs) => new(blobs, new SimulatedKeyRing());

    public static NewEntry Event(string body, KeyClass keyClass = KeyClass.Data) =>
        new(EntryKind.Event, keyClass, 1, Guid.NewGuid(), Encoding.UTF8.GetBytes(body));

    public Task<Opened> OpenAsync(int schema = Schema) => OpenThroughAsync(Blobs, schema);

    /// <summary>Opens the journal through a store that stands before the one in memory.</summary>
    public Task<Opened> OpenThroughAsync(IBlobStore blobs, int schema = Schema) => OpenAsync(new JournalStore(blobs, Keys, Time, Options), schema);

    public async Task<Opened> OpenAsync(JournalStore store, int schema = Schema)
    {
        string? state = null;
        var entries = new List<JournalEntry>();
        var journal = await store.OpenAsync(
            Id, schema, restored => state = Encoding.UTF8.GetString(restored.Span), entries.Add, CancellationToken.None);
        return new(journal, state, entries);
    }

    public Task<JournalReport> VerifyAsync(bool withKeys = true, JournalHead? remembered = null) =>
        new JournalVerifier(Blobs, withKeys ? Keys : null).VerifyAsync(Id, remembered, CancellationToken.None);

    public async Task<byte[]> SegmentAsync(int segment) =>
        (await Blobs.ReadAsync(JournalNames.Segment(Id, segment), 0, long.MaxValue, CancellationToken.None)).Bytes.ToArray();

    /// <summary>The same journal where its segments are <paramref name="segments"/>; an empty one is missing.</summary>
    public async Task<JournalWorld> WithAsync(params byte[][] segments)
    {
        var other = new JournalWorld(Options) { Id = Id, Keys = Keys };
        for (var number = 1; number <= segments.Length; number++)
        {
            if (segments[number - 1] is { Length: > 0 } bytes)
            {
                await other.Blobs.CreateAppendBlobAsync(JournalNames.Segment(Id, number), CancellationToken.None);
                await other.Blobs.AppendAsync(JournalNames.Segment(Id, number), 0, bytes, CancellationToken.None);
            }
        }

        return other;
    }
}

/// <summary>An activation's view of the journal when it opened it.</summary>
internal sealed record Opened(IJournal Journal, string? State, List<JournalEntry> Entries)
{
    public IEnumerable<string> Bodies => Entries.Where(entry => entry.Kind is EntryKind.Event).Select(entry => Encoding.UTF8.GetString(entry.Body.Span));

    public Task<Appended> AppendAsync(params string[] bodies) =>
        Journal.AppendAsync([.. bodies.Select(body => JournalWorld.Event(body))], CancellationToken.None);

    public Task<bool> SnapshotAsync(string state) => Journal.SnapshotAsync(Encoding.UTF8.GetBytes(state), CancellationToken.None);
}

/// <summary>A clock that only a test moves.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
