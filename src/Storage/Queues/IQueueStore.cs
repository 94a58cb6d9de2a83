namespace MonEspaceSante.Storage.Queues;

/// <summary>Queues of small messages, each delivered at least once, in any order. Messages never expire (storage design, section 7).</summary>
/// <remarks>Failures are those of <see cref="Blobs.IBlobStore"/>; a message never carries health data or an identity.</remarks>
public interface IQueueStore
{
    /// <summary>Puts a message of at most 2 KiB that nobody receives before <paramref name="delay"/> has passed. The queue is made at its first use.</summary>
    Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Takes at most <paramref name="count"/> (1 to 32) messages and hides them from other receivers for <paramref name="hiddenFor"/>.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int count, TimeSpan hiddenFor, CancellationToken cancellationToken);

    /// <summary>Removes a received message; one that was received again since, or is gone, is left alone.</summary>
    Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken);
}

/// <summary>A received message.</summary>
/// <param name="Id">Its identity in the queue.</param>
/// <param name="Receipt">Proof of this very reception, needed to remove it.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Receptions">How many times it has been received, this one included.</param>
public sealed record QueueMessage(string Id, string Receipt, string Body, int Receptions);
