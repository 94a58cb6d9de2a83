using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Journals;
using Orleans;
using Orleans.Runtime;
using Orleans.Streams;

namespace MonEspaceSante.Grains.Journals;

/// <summary>What every journaled grain is given.</summary>
/// <param name="Journals">Opens its journal.</param>
/// <param name="Pokes">Calls for a visit where something is to be sent.</param>
/// <param name="Due">Has it called back in time.</param>
/// <param name="Time">The clock of its commands.</param>
public sealed record JournalServices(IJournalStore Journals, Pokes Pokes, DueIndex Due, TimeProvider Time);

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

    /// <summary>Where it tells of trouble.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>The end of its journal.</summary>
    protected JournalHead Head => _journal!.Head;

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
    protected abstract JsonText SnapshotState();

    /// <summary>The state, from a snapshot.</summary>
    protected abstract void RestoreState(JsonText state);

    /// <summary>Where notices of this grain go; <see langword="null"/> where it sends none.</summary>
    protected virtual OutboxTarget? NoticeTarget => null;

    /// <summary>Where <paramref name="notice"/> goes, where not all go to one place.</summary>
    protected virtual ValueTask<OutboxTarget> TargetOf(Notice notice) => new(NoticeTarget!);

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
    protected virtual async Task<Outcome<TAnswer>> Commit<TAnswer>(
        Envelope envelope, Func<Act, Decision<TEvent, TAnswer>> rule, JsonTypeInfo<TAnswer> answerType)
    {
        if (envelope.Digest is not null && _done.TryGetValue(envelope.CommandId, out var done))
        {
            if (done.Digest != envelope.Digest)
            {
                return JournalRefusals.CommandIdReused;
            }

            await PokeIf(_outbox.IsOpen);
            return done.Result.Read(answerType);
        }

        var decision = rule(new Act(CallerContext.Required, Time.GetUtcNow(), envelope.CommandId));
        if (decision.Events.Count == 0 && decision.Due.Count == 0)
        {
            return decision.Answer;
        }

        if (_journal!.ContentErased && !IsLeftToTell(decision.Events, decision.Notices))
        {
            return JournalRefusals.Erased;
        }

        // The marks of commands went with the answers that they hold: where the content is erased, rules refuse what is repeated.
        var remembered = envelope.Digest is { } digest && decision.Answer.Accepted && !_journal.ContentErased
            ? new CommandDone(digest, JsonText.Of(decision.Answer.Value, answerType))
            : null;
        await Append(envelope.CommandId, decision.Events, remembered, decision.Notices, decision.Elsewhere, decision.Due, null);
        if (decision.Notices.Count + decision.Elsewhere.Count + decision.Due.Count > 0)
        {
            // Not awaited: the caller is answered, the journal holds what is to be sent, and the poke brings somebody back.
            // Only what is new: receivers that lag must not be sent their whole backlog again with each command.
            _ = PublishQuietly(_outbox.TakeUnpublished());
        }

        return decision.Answer;
    }
}
