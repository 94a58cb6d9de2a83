using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Queues;
using QueueMessage = MonEspaceSante.Storage.Queues.QueueMessage;

namespace MonEspaceSante.Storage.Azure;

/// <summary>Queues in Azure Storage, or in an emulator of it. A queue is made by its first message.</summary>
/// <remarks>Queue names are 3 to 63 lower-case letters, digits and '-'. Times are kept to the second, rounded up. No call is repeated.</remarks>
public sealed class AzureQueueStore : IQueueStore
{
    // The client's default is 7 days, after which a message would silently be gone.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly Lazy<QueueServiceClient> _service;
    private readonly ConcurrentDictionary<string, QueueClient> _queues = new(StringComparer.Ordinal);

    /// <summary>Queues in <paramref name="accounts"/>. Nothing is called before the first use.</summary>
    public AzureQueueStore(AzureAccounts accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        _service = new(() =>
        {
            var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
            AzureCalls.SendOnce(options);
            return accounts.Queues.Queues(options);
        });
    }

    /// <inheritdoc/>
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueLimits.CheckMessage(body, delay);
        return AzureCalls.TryAsync(
            async () =>
            {
                var client = Queue(queue);
                try
                {
                    return await client.SendMessageAsync(body, WholeSeconds(delay), Forever, cancellationToken);
                }
                catch (RequestFailedException refusal) when (refusal.ErrorCode == QueueErrorCode.QueueNotFound)
                {
                    await client.CreateIfNotExistsAsync(metadata: null, cancellationToken);
                    return await client.SendMessageAsync(body, WholeSeconds(delay), Forever, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int count, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        QueueLimits.CheckReception(count, hiddenFor);
        try
        {
            var received = await AzureCalls.TryAsync(
                () => Queue(queue).ReceiveMessagesAsync(count, WholeSeconds(hiddenFor), cancellationToken), cancellationToken);
            return [.. received.Value.Select(message => new QueueMessage(
                message.MessageId, message.PopReceipt, message.Body.ToString(), (int)message.DequeueCount))];
        }
        catch (BlobNotFoundException)
        {
            // Nobody has sent anything yet.
            return [];
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await AzureCalls.TryAsync(() => Queue(queue).DeleteMessageAsync(message.Id, message.Receipt, cancellationToken), cancellationToken);
        }
        catch (BlobNotFoundException)
        {
            // Gone already.
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            // Received again since: it is the later receiver's to remove.
        }
    }

    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    private QueueClient Queue(string name) => _queues.GetOrAdd(name, _service.Value.GetQueueClient);
}
