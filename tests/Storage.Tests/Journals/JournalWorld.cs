using System.Text;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>One journal, on a store in memory, as its activations see it.</summary>
internal sealed class JournalWorld(JournalOptions? options = null)
{
    public const int Schema = 1;

    public JournalId Id { get; init; } = JournalId.Parse("00112233445566778899aabbccddeeff");

    public SimulatedBlobStore Blobs { get; } = new();

    public SimulatedSpaceKeys Keys { get; } = new();

    public JournalOptions Options { get; } = options ?? new();

    public ManualTime Time { get; } = new();

    public static NewEntry Event(string body, KeyClass keyClass = KeyClass.Data) =>
        new(EntryKind.Event, keyClass, 1, Guid.NewGuid(), Encoding.UTF8.GetBytes(body));

    public Task<Opened> OpenAsync(int schema = Schema) => OpenThroughAsync(Blobs, schema);

    public async Task<Opened> OpenThroughAsync(IBlobStore blobs, int schema = Schema)
    {
        string? state = null;
        var entries = new List<JournalEntry>();
        var journal = await new JournalStore(blobs, Keys, Time, Options).OpenAsync(
            Id, schema, restored => state = Encoding.UTF8.GetString(restored.Span), entries.Add, CancellationToken.None);
        return new(journal, state, entries);
    }

    public async Task<byte[]> SegmentAsync(int segment) =>
        (await Blobs.ReadAsync(JournalNames.Segment(Id, segment), 0, long.MaxValue, CancellationToken.None)).Bytes.ToArray();
}

/// <summary>An activation's view of the journal when it opened it.</summary>
internal sealed record Opened(IJournal Journal, string? State, List<JournalEntry> Entries)
{
    public IEnumerable<string> Bodies => Entries.Where(entry => entry.Kind is EntryKind.Event).Select(entry => Encoding.UTF8.GetString(entry.Body.Span));

    public Task<Appended> AppendAsync(params string[] bodies) =>
        Journal.AppendAsync([.. bodies.Select(body => JournalWorld.Event(body))], CancellationToken.None);

    public Task<bool> SnapshotAsync(string state) => Journal.SnapshotAsync(Encoding.UTF8.GetBytes(state), CancellationToken.None);
}

/// <summary>A clock that only a test moves; waits are over at once.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
