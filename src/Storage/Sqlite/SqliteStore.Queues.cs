using MonEspaceSante.Storage.Queues;

namespace MonEspaceSante.Storage.Sqlite;

public sealed partial class SqliteStore : IQueueStore
{
    /// <inheritdoc/>
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueLimits.CheckMessage(body, delay);
        var visible = (_clock.GetUtcNow() + delay).UtcTicks;
        return _writes.RunAsync(session => MessageRows.Insert(session, queue, body, visible), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int count, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        QueueLimits.CheckReception(count, hiddenFor);
        var now = _clock.GetUtcNow();
        return AnyVisible(queue, now)
            ? _writes.RunAsync(session => MessageRows.Receive(session, queue, count, now.UtcTicks, (now + hiddenFor).UtcTicks), cancellationToken)
            : Task.FromResult<IReadOnlyList<QueueMessage>>([]);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _writes.RunAsync(session => MessageRows.Delete(session, queue, message), cancellationToken);
    }

    // Receivers poll: an empty queue must not cost a transaction.
    private bool AnyVisible(string queue, DateTimeOffset now)
    {
        using var lease = _reads.Rent();
        return MessageRows.AnyVisible(lease.Session, queue, now.UtcTicks);
    }
}
