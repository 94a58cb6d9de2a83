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
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int count, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        QueueLimits.CheckReception(count, hiddenFor);
        var now = _clock.GetUtcNow();

        // Receivers poll: an empty queue must not cost a transaction.
        return await ReadAsync(session => MessageRows.AnyVisible(session, queue, now.UtcTicks), cancellationToken)
            ? await _writes.RunAsync(session => MessageRows.Receive(session, queue, count, now.UtcTicks, (now + hiddenFor).UtcTicks), cancellationToken)
            : [];
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _writes.RunAsync(session => MessageRows.Delete(session, queue, message), cancellationToken);
    }
}
