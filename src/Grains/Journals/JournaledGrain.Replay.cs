using System.Text.Json;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Grains.Journals;

/// <content>State from a snapshot and the entries after it; snapshots of the state.</content>
internal abstract partial class JournaledGrain<TEvent>
{
    /// <summary>Everything that stands in the journal from its first entry, for who reads a history; the state is not touched.</summary>
    protected async Task<List<TEvent>> ReadEvents(Func<JournalEntry, bool> wanted) => [.. (await ReadNumbered(wanted)).Select(recorded => recorded.Happened)];

    /// <summary>The same, each event with the number of its entry.</summary>
    protected async Task<List<(long Sequence, TEvent Happened)>> ReadNumbered(Func<JournalEntry, bool> wanted)
    {
        var events = new List<(long, TEvent)>();

        // A snapshot of no version: every entry is replayed.
        const int Everything = -1;
        await services.Journals.OpenAsync(JournalId, Everything, _ => { }, entry =>
        {
            if (entry is { Kind: EntryKind.Event, Erased: false } && wanted(entry))
            {
                events.Add((entry.Sequence, JsonSerializer.Deserialize(entry.Body.Span, EventType)!));
            }
        }, CancellationToken.None);
        return events;
    }

    private void Replay(JournalEntry entry)
    {
        if (entry.Erased)
        {
            return;
        }

        switch (entry.Kind)
        {
            case EntryKind.Event:
                Apply(JsonSerializer.Deserialize(entry.Body.Span, EventType)!);
                break;
            case EntryKind.CommandDone:
                _done[entry.CommandId] = JsonSerializer.Deserialize(entry.Body.Span, EntryJson.Default.CommandDone)!;
                break;
            case EntryKind.Out:
                _outbox.Apply(JsonSerializer.Deserialize(entry.Body.Span, EntryJson.Default.OutEntry)!);
                break;
            case EntryKind.OutDone:
                _outbox.Apply(JsonSerializer.Deserialize(entry.Body.Span, EntryJson.Default.OutDoneEntry)!);
                break;
            case EntryKind.In:
                _inbox.Apply(JsonSerializer.Deserialize(entry.Body.Span, EntryJson.Default.InEntry)!);
                break;
            case EntryKind.SegmentOpened:
                break;
            default:
                throw new InvalidOperationException($"Entries of kind {entry.Kind} are not known to this version.");
        }
    }

    private ReadOnlyMemory<byte> SnapshotBody() => JsonSerializer.SerializeToUtf8Bytes(
        new JournalSnapshot(SnapshotState(), [.. _done.Select(done => new DoneCommand(done.Key, done.Value))], _outbox.Marks(), _inbox.Marks()),
        EntryJson.Default.JournalSnapshot);

    private void Restore(ReadOnlyMemory<byte> body)
    {
        var snapshot = JsonSerializer.Deserialize(body.Span, EntryJson.Default.JournalSnapshot)!;
        RestoreState(snapshot.State);
        snapshot.Done.ForEach(done => _done.Add(done.Id, done.Done));
        _outbox.Restore(snapshot.Outbox);
        _inbox.Restore(snapshot.Inbox);
    }
}
