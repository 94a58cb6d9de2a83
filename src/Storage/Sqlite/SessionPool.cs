using System.Collections.Concurrent;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>Sessions that only read. There are never more of them than threads that read at the same time.</summary>
internal sealed class SessionPool(string path) : IDisposable
{
    private readonly ConcurrentBag<Session> _idle = [];
    private volatile bool _disposed;

    /// <summary>Lends a session until the lease is disposed of.</summary>
    public Lease Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new(this, _idle.TryTake(out var session) ? session : Session.Open(path, "PRAGMA query_only = ON;"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private void Return(Session session)
    {
        _idle.Add(session);
        if (_disposed)
        {
            Dispose();
        }
    }

    /// <summary>A session on loan.</summary>
    public readonly ref struct Lease(SessionPool pool, Session session)
    {
        /// <summary>The session.</summary>
        public Session Session => session;

        /// <summary>Gives it back.</summary>
        public void Dispose() => pool.Return(session);
    }
}
