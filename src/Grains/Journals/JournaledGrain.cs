using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using Orleans;
using Orleans.Runtime;
using Orleans.Streams;

namespace MonEspaceSante.Grains.Journals;

/// <summary>What every journaled grain is given.</summary>
/// <param name="Journals">Opens its journal.</param>
/// <param name="Pokes">Calls for a visit where something is to be sent.</param>
/// <param name="Time">The clock of its commands.</param>
public sealed record JournalServices(IJournalStore Journals, Pokes Pokes, TimeProvider Time);

/// <summary>
/// A grain whose only truth is its journal. One command: decide, append, apply, answer. Memory is never ahead of storage; after an append
/// that failed or stayed unclear the activation is over, and the next call reads the journal afresh. Never reentrant.
/// </summary>
/// <typeparam name="TEvent">The family of its events.</typeparam>
internal abstract partial class JournaledGrain<TEvent>(JournalServices services, ILogger logger) : Grain
    where TEvent : class
{
    private readonly Dictionary<Guid, CommandDone> _done = [];
    private readonly OutboxState _outbox = new();
    private readonly InboxState _inbox = new();
    private IJournal? _journal;
    private Task _snapshot = Task.CompletedTask;

    /// <summary>The clock of its commands.</summary>
    protected TimeProvider Time { get; } = services.Time;

    /// <summary>Whether something waits for a receipt.</summary>
    protected bool OutboxIsOpen => _outbox.IsOpen;

    /// <summary>Which journal is its truth.</summary>
    protected abstract JournalId JournalId { get; }

    /// <summary>How its events are written.</summary>
    protected abstract JsonTypeInfo<TEvent> EventType { get; }

    /// <summary>Version of the shape of its snapshots.</summary>
    protected abstract int SnapshotSchema { get; }

    /// <summary>The key that protects an event.</summary>
    protected virtual KeyClass ClassOf(TEvent happened) => KeyClass.Data;

    /// <summary>Takes in an event, live or replayed.</summary>
    protected abstract void Apply(TEvent happened);

    /// <summary>The state, for a snapshot.</summary>
    protected abstract JsonElement SnapshotState();

    /// <summary>The state, from a snapshot.</summary>
    protected abstract void RestoreState(JsonElement state);

    /// <summary>Where notices of this grain go; <see langword="null"/> where it sends none.</summary>
    protected virtual OutboxTarget? NoticeTarget => null;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        try
        {
            _journal = await services.Journals.OpenAsync(JournalId, SnapshotSchema, Restore, Replay, cancellationToken);
        }
        catch (StorageUnavailableException unavailable)
        {
            throw new StorageTroubleException(unavailable.Message);
        }
        catch (JournalCorruptedException corrupted)
        {
            throw new StorageTroubleException(corrupted.Message);
        }
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _snapshot;
        if (_journal is { SnapshotDue: true } journal)
        {
            await journal.SnapshotAsync(SnapshotBody(), cancellationToken);
        }
    }

    /// <summary>Carries out one command: asks the rule, makes what it decided durable, and answers.</summary>
    /// <param name="envelope">What the command travels with.</param>
    /// <param name="rule">The rule, closed over state and command.</param>
    /// <param name="answerType">How the answer is kept for repetitions.</param>
    protected async Task<Outcome<TAnswer>> Commit<TAnswer>(
        Envelope envelope, Func<Act, Decision<TEvent, TAnswer>> rule, JsonTypeInfo<TAnswer> answerType)
    {
        if (envelope.Digest is not null && _done.TryGetValue(envelope.CommandId, out var done))
        {
            if (done.Digest != envelope.Digest)
            {
                return JournalRefusals.CommandIdReused;
            }

            await PokeIf(_outbox.IsOpen);
            return done.Result.Deserialize(answerType)!;
        }

        var decision = rule(new Act(CallerContext.Required, Time.GetUtcNow(), envelope.CommandId));
        if (decision.Events.Count == 0)
        {
            return decision.Answer;
        }

        var remembered = envelope.Digest is { } digest && decision.Answer.Accepted
            ? new CommandDone(digest, JsonSerializer.SerializeToElement(decision.Answer.Value, answerType))
            : null;
        await Append(envelope.CommandId, decision.Events, remembered, decision.Notices, null);
        if (decision.Notices.Count > 0)
        {
            // Not awaited: the caller is answered, the journal holds what is to be sent, and the poke brings somebody back.
            // Only what is new: receivers that lag must not be sent their whole backlog again with each command.
            _ = PublishQuietly(_outbox.TakeUnpublished());
        }

        return decision.Answer;
    }

    /// <summary>Takes a delivery in, once: a repetition changes nothing and is confirmed again.</summary>
    protected async Task TakeIn(Delivery delivery, Func<IReadOnlyList<TEvent>> rule)
    {
        if (!_inbox.Holds(delivery.Sender, delivery.Sequence))
        {
            await Append(Ids.Of(Guid.Empty, $"{delivery.Sender}/{delivery.Sequence}"), rule(), null, [], new InEntry(delivery.Sender, delivery.Sequence));
        }
    }

    /// <summary>A receiver has confirmed a delivery.</summary>
    protected void Confirm(string streamNamespace, string streamKey, long sequence) => _outbox.Confirm(new(streamNamespace, streamKey), sequence);

    /// <summary>Publishes everything that nobody has confirmed.</summary>
    protected Task Publish() => Publish(_outbox.Open.ToArray());

    /// <summary>Everything that stands in the journal from its first entry, for who reads a history; the state is not touched.</summary>
    protected async Task<List<TEvent>> ReadEvents(Func<JournalEntry, bool> wanted)
    {
        var events = new List<TEvent>();

        // A snapshot of no version: every entry is replayed.
        const int Everything = -1;
        await services.Journals.OpenAsync(JournalId, Everything, _ => { }, entry =>
        {
            if (entry is { Kind: EntryKind.Event, Erased: false } && wanted(entry))
            {
                events.Add(JsonSerializer.Deserialize(entry.Body.Span, EventType)!);
            }
        }, CancellationToken.None);
        return events;
    }

    private async Task Publish(IEnumerable<OutEntry> entries)
    {
        var provider = this.GetStreamProvider(StreamNames.Provider);
        foreach (var entry in entries)
        {
            var stream = provider.GetStream<Delivery>(StreamId.Create(entry.Target.Namespace, entry.Target.Key));
            await stream.OnNextAsync(new Delivery(this.GetGrainId().ToString(), entry.Sequence, entry.Notice));
        }
    }

    private async Task PublishQuietly(IEnumerable<OutEntry> entries)
    {
        try
        {
            await Publish(entries);
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            // The poke in the queue brings somebody back to publish again.
            LogPublishFailed(logger, trouble);
        }
    }

    private async Task Append(Guid commandId, IReadOnlyList<TEvent> events, CommandDone? done, IReadOnlyList<Notice> notices, InEntry? taken)
    {
        var outs = new List<OutEntry>(notices.Count);
        foreach (var notice in notices)
        {
            outs.Add(_outbox.Next(NoticeTarget!, notice, outs.Count));
        }

        var confirmed = _outbox.Unwritten.ToArray();
        List<NewEntry> entries = [
            .. events.Select(happened => Entry(EntryKind.Event, ClassOf(happened), commandId, happened, EventType)),
            .. outs.Select(entry => Entry(EntryKind.Out, KeyClass.Message, commandId, entry, EntryJson.Default.OutEntry)),
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

        await MakeDurable(entries, notices.Count > 0);

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

    private static NewEntry Entry<T>(EntryKind kind, KeyClass keyClass, Guid commandId, T body, JsonTypeInfo<T> type) =>
        new(kind, keyClass, 1, commandId, JsonSerializer.SerializeToUtf8Bytes(body, type));

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

    [LoggerMessage(3001, LogLevel.Warning, "A publication to a stream failed; it is repeated after the next poke.")]
    private static partial void LogPublishFailed(ILogger logger, Exception trouble);
}
