using System.Globalization;
using MonEspaceSante.Storage.Queues;

namespace MonEspaceSante.Grains.Outbox;

/// <summary>
/// Reminders that a grain has something to send: sent beside the append, so that "answered" implies "someone will come back even if the silo dies now"
/// (storage design, section 7). A poke names a grain and nothing else.
/// </summary>
public sealed class Pokes(IQueueStore queues)
{
    /// <summary>How many queues the pokes are spread over.</summary>
    public const int Queues = 64;

    /// <summary>Nobody comes back before this: by then the grain itself has usually delivered.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(60);

    // Twice the time a delivery may take, at least.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(60);

    /// <summary>Asks for a visit to the grain <paramref name="sender"/>, a kind and a key.</summary>
    public Task SendAsync(string sender, CancellationToken cancellationToken) =>
        queues.SendAsync(QueueName(QueueOf(sender)), sender, Delay, cancellationToken);

    /// <summary>Takes pokes of the queue <paramref name="queue"/> that are due.</summary>
    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int queue, CancellationToken cancellationToken) =>
        queues.ReceiveAsync(QueueName(queue), 32, Hidden, cancellationToken);

    /// <summary>The visit was made: nothing is left to send.</summary>
    public Task DoneAsync(int queue, QueueMessage poke, CancellationToken cancellationToken) =>
        queues.DeleteAsync(QueueName(queue), poke, cancellationToken);

    /// <summary>Puts a poke aside that was received too often, for an operator to look at; it is never dropped.</summary>
    public async Task SetAsideAsync(int queue, QueueMessage poke, CancellationToken cancellationToken)
    {
        await queues.SendAsync("outbox-poison", poke.Body, TimeSpan.Zero, cancellationToken);
        await DoneAsync(queue, poke, cancellationToken);
    }

    private static int QueueOf(string sender)
    {
        // FNV-1a: the same on every silo, unlike string.GetHashCode.
        var hash = 2166136261u;
        foreach (var character in sender)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)(hash % Queues);
    }

    private static string QueueName(int queue) => string.Create(CultureInfo.InvariantCulture, $"outbox-{queue:00}");
}
