using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>One instance of the ledger in the memory of one process: decide, append, apply, answer, one command at a time.</summary>
internal class Activation(World world, JournalStore journals, GuardedStore store)
{
    private const int Schema = 1;
    private const double SnapshotRate = 0.1;

    private Task _turn = Task.CompletedTask;
    private Task _snapshot = Task.CompletedTask;
    private IJournal? _journal;

    /// <summary>It has failed, and is not called any more.</summary>
    public bool Dead => store.OwnerDead;

    protected Ledger Ledger { get; private set; } = Ledger.Empty;

    /// <summary>Carries out <paramref name="command"/>, or answers what it answered the first time.</summary>
    public Task<long> ExecuteAsync(LedgerCommand command)
    {
        var turn = InTurnAsync(_turn, command);
        _turn = turn;
        return turn;
    }

    /// <summary>Appends, then applies.</summary>
    protected virtual async Task CommitAsync(IJournal journal, NewEntry[] entries)
    {
        await journal.AppendAsync(entries, CancellationToken.None);
        Apply(entries);
        world.Auditor.Held(journal.Sequence, Ledger);
    }

    protected void Apply(NewEntry[] entries) =>
        Ledger = entries.Aggregate(Ledger, (ledger, entry) => ledger.Apply(entry.Kind, entry.KeyClass, entry.CommandId, entry.Body));

    private async Task<long> InTurnAsync(Task previous, LedgerCommand command)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (Dead)
        {
            throw new OutcomeUnknownException("The activation has failed before this command's turn.");
        }

        try
        {
            return await ExecuteAsync(_journal ??= await OpenAsync(), command);
        }
        catch
        {
            store.OwnerDead = true;
            await InsistAsync(command);
            throw;
        }
    }

    /// <summary>A careless owner would try its dead journal again: nothing may reach the store (I10).</summary>
    private async Task InsistAsync(LedgerCommand command)
    {
        if (_journal is null)
        {
            return;
        }

        try
        {
            await _journal.AppendAsync(Ledger.Decide(command).Entries, CancellationToken.None);
            world.Auditor.Violated("I10: a dead activation was answered");
        }
        catch (OutcomeUnknownException)
        {
            // As it must.
        }
    }

    private async Task<long> ExecuteAsync(IJournal journal, LedgerCommand command)
    {
        if (Ledger.Results.TryGetValue(command.Id, out var first))
        {
            return first;
        }

        var (result, entries) = Ledger.Decide(command);
        await CommitAsync(journal, entries);
        if (world.Random.NextDouble() < SnapshotRate && _snapshot.IsCompleted)
        {
            _snapshot = SnapshotAsync(journal, Ledger);
        }

        return result;
    }

    /// <summary>Off the hot path: the next commands do not wait for it.</summary>
    private async Task SnapshotAsync(IJournal journal, Ledger ledger)
    {
        if (await journal.SnapshotAsync(ledger.Save(), CancellationToken.None))
        {
            world.Seen.Snapshots++;
        }
    }

    private async Task<IJournal> OpenAsync()
    {
        try
        {
            var journal = await journals.OpenAsync(
                world.Journal, Schema, saved => Ledger = Ledger.Load(saved), entry => Ledger = Ledger.Apply(entry), CancellationToken.None);
            world.Auditor.Held(journal.Sequence, Ledger);
            return journal;
        }
        catch (JournalCorruptedException corrupted)
        {
            world.Auditor.Violated($"I1, I2: {corrupted.Message}");
            throw;
        }
    }
}

/// <summary>Mutant: answers before its append is durable.</summary>
internal sealed class AnswersFirst(World world, JournalStore journals, GuardedStore store) : Activation(world, journals, store)
{
    protected override Task CommitAsync(IJournal journal, NewEntry[] entries)
    {
        _ = journal.AppendAsync(entries, CancellationToken.None);
        Apply(entries);
        return Task.CompletedTask;
    }
}
