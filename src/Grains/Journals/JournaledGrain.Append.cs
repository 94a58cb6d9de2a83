using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Journals;

/// <content>What was decided becomes one durable block, then state.</content>
internal abstract partial class JournaledGrain<TEvent>
{
    private async Task Append(
        Guid commandId, IReadOnlyList<TEvent> events, CommandDone? done, IReadOnlyList<Notice> notices, IReadOnlyList<NoticeElsewhere> elsewhere,
        IReadOnlyList<DueItem> due, InEntry? taken)
    {
        var outs = await Outgoing(notices, elsewhere, due);
        var confirmed = _outbox.Unwritten.ToArray();
        List<NewEntry> entries = [
            .. events.Select(happened => Entry(EntryKind.Event, ClassOf(happened), commandId, happened, EventType)),
            .. outs.Select(entry => Entry(EntryKind.Out, ClassOf(entry), commandId, entry, EntryJson.Default.OutEntry)),
            .. confirmed.Select(entry => Entry(EntryKind.OutDone, KeyClass.Technical, commandId, entry, EntryJson.Default.OutDoneEntry)),
        ];
        if (taken is not null)
        {
            entries.Add(Entry(EntryKind.In, KeyClass.Technical, commandId, taken, EntryJson.Default.InEntry));
        }

        if (done is not null)
        {
            entries.Add(Entry(EntryKind.CommandDone, KeyClass.Data, commandId, done, EntryJson.Default.CommandDone));
        }

        await MakeDurable(entries, outs.Count > 0);

        foreach (var happened in events)
        {
            Apply(happened);
        }

        outs.ForEach(_outbox.Apply);
        _outbox.Unwritten.RemoveAll(entry => confirmed.Contains(entry));
        if (taken is not null)
        {
            _inbox.Apply(taken);
        }

        if (done is not null)
        {
            _done.Add(commandId, done);
        }

        if (_journal!.SnapshotDue && _snapshot.IsCompleted)
        {
            // Off the hot path: it reads a copy of the state, and losing it is harmless.
            _snapshot = _journal.SnapshotAsync(SnapshotBody(), CancellationToken.None);
        }
    }

    private async Task<List<OutEntry>> Outgoing(
        IReadOnlyList<Notice> notices, IReadOnlyList<NoticeElsewhere> elsewhere, IReadOnlyList<DueItem> due)
    {
        var outs = new List<OutEntry>(notices.Count + elsewhere.Count + due.Count);
        void Send(OutboxTarget target, Notice notice) => outs.Add(_outbox.Next(target, notice, outs.Count(entry => entry.Target == target)));
        foreach (var notice in notices)
        {
            Send(await TargetOf(notice), notice);
        }

        // Whom one acts for is found again by who sent the notice: their list grows by it (RelativesGrain).
        foreach (var (space, notice) in elsewhere)
        {
            Send(new(StreamNames.Notifications, space.Value), notice);
            Send(new(StreamNames.Relatives, space.Value), notice);
        }

        outs.AddRange(due.Select((item, ahead) => _outbox.Next(item, ahead)));
        return outs;
    }

    private async Task MakeDurable(List<NewEntry> entries, bool poke)
    {
        try
        {
            var poked = PokeIf(poke);
            await _journal!.AppendAsync(entries, CancellationToken.None);
            await poked;
        }
        catch (Exception trouble) when (trouble is OutcomeUnknownException or StorageUnavailableException or JournalCorruptedException)
        {
            // This activation no longer knows what its journal holds: it ends, and the next call reads it afresh.
            DeactivateOnIdle();
            throw new StorageTroubleException(trouble.Message);
        }
    }

    private Task PokeIf(bool needed) => needed ? services.Pokes.SendAsync(this.GetGrainId().ToString(), CancellationToken.None) : Task.CompletedTask;

    // Deadlines outlive the messages: what is to happen after an erasure still happens.
    private static KeyClass ClassOf(OutEntry entry) => entry.Due is null ? KeyClass.Message : KeyClass.Technical;

    private static NewEntry Entry<T>(EntryKind kind, KeyClass keyClass, Guid commandId, T body, JsonTypeInfo<T> type) =>
        new(kind, keyClass, 1, commandId, JsonSerializer.SerializeToUtf8Bytes(body, type));
}
