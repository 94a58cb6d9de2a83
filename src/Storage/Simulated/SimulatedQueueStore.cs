using System.Globalization;
using MonEspaceSante.Storage.Queues;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>Queues in memory, without faults, for one process; delays follow the given clock. Safe to call from many threads.</summary>
public sealed class SimulatedQueueStore(TimeProvider time) : IQueueStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Message>> _queues = [];
    private long _ids;

    /// <inheritdoc/>
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueLimits.CheckMessage(body, delay);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Messages(queue).Add(new(NextId(), body) { VisibleFrom = time.GetUtcNow() + delay });
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int count, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        QueueLimits.CheckReception(count, hiddenFor);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var received = Messages(queue).Where(message => message.VisibleFrom <= now).Take(count).ToList();
            foreach (var message in received)
            {
                message.Receptions++;
                message.Receipt = NextId();
                message.VisibleFrom = now + hiddenFor;
            }

            return Task.FromResult<IReadOnlyList<QueueMessage>>(
                [.. received.Select(message => new QueueMessage(message.Id, message.Receipt, message.Body, message.Receptions))]);
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Messages(queue).RemoveAll(standing => standing.Id == message.Id && standing.Receipt == message.Receipt);
        }

        return Task.CompletedTask;
    }

    private List<Message> Messages(string queue) => _queues.TryGetValue(queue, out var messages) ? messages : _queues[queue] = [];

    private string NextId() => (++_ids).ToString(CultureInfo.InvariantCulture);

    private sealed class Message(string id, string body)
    {
        public string Id { get; } = id;

        public string Body { get; } = body;

        public string Receipt { get; set; } = "";

        public int Receptions { get; set; }

        public DateTimeOffset VisibleFrom { get; set; }
    }
}
