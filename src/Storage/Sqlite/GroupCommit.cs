using System.Collections.Concurrent;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>
/// The one writer: a thread that takes every write that waits, runs them in one transaction, and answers each when the transaction is durable.
/// While one group is being synced to disk the next one gathers, so the number of syncs does not grow with the number of writers.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    // Bounds how long the first write of a group waits for the others.
    private const int LargestGroup = 512;

    private readonly BlockingCollection<IWrite> _waiting = [];
    private readonly Session _session;
    private readonly Thread _thread;

    /// <summary>Starts the thread, which owns <paramref name="session"/> from now on.</summary>
    public GroupCommit(Session session)
    {
        _session = session;
        _thread = new(CommitGroups) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    /// <summary>
    /// Runs <paramref name="write"/> in a transaction with its neighbours. A write that throws a <see cref="BlobConditionException"/> or a
    /// <see cref="BlobNotFoundException"/> must not have changed anything before: only its own caller learns of it.
    /// </summary>
    /// <remarks>A cancelled write either did not run, or is waited for: the caller's buffer is free when the task ends.</remarks>
    /// <exception cref="StorageUnavailableException">The transaction failed; whether it is on disk is unknown.</exception>
    public Task<T> RunAsync<T>(Func<Session, T> write, CancellationToken cancellationToken)
    {
        var waiting = new Write<T>(write, cancellationToken);
        try
        {
            _waiting.Add(waiting, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }

        return waiting.Task;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Action<Session> write, CancellationToken cancellationToken) => RunAsync(
        session =>
        {
            write(session);
            return true;
        },
        cancellationToken);

    /// <summary>Finishes the writes that wait and closes the session.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
        _session.Dispose();
    }

    private void CommitGroups()
    {
        var group = new List<IWrite>(LargestGroup);
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < LargestGroup && _waiting.TryTake(out var next))
            {
                group.Add(next);
            }

            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<IWrite> group)
    {
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            foreach (var write in group)
            {
                write.Run(_session);
            }

            _session.Run("COMMIT");
        }
        catch (Exception failure)
        {
            RollBack();
            foreach (var write in group)
            {
                write.Fail(new("The write failed, together with those beside it.", failure));
            }

            return;
        }

        foreach (var write in group)
        {
            write.Answer();
        }
    }

    private void RollBack()
    {
        try
        {
            _session.Run("ROLLBACK");
        }
        catch (StorageUnavailableException)
        {
            // SQLite has rolled back already, or never began.
        }
    }

    private interface IWrite
    {
        void Run(Session session);

        void Answer();

        void Fail(StorageUnavailableException failure);
    }

    private sealed class Write<T>(Func<Session, T> write, CancellationToken cancellationToken)
        : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IWrite
    {
        private T _result = default!;
        private Exception? _refusal;

        public void Run(Session session)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                _result = write(session);
            }
            catch (Exception refusal) when (refusal is BlobConditionException or BlobNotFoundException or OperationCanceledException)
            {
                _refusal = refusal;
            }
        }

        public void Answer()
        {
            if (_refusal is OperationCanceledException)
            {
                SetCanceled(cancellationToken);
            }
            else if (_refusal is not null)
            {
                SetException(_refusal);
            }
            else
            {
                SetResult(_result);
            }
        }

        public void Fail(StorageUnavailableException failure) => SetException(failure);
    }
}
