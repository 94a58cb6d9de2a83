using System.Globalization;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using Orleans;
using Orleans.Runtime;
using Orleans.Streams;

namespace MonEspaceSante.Grains.Journals;

/// <content>What it sends to others, and takes in from them.</content>
internal abstract partial class JournaledGrain<TEvent>
{
    /// <summary>Takes a delivery in, once: a repetition changes nothing and is confirmed again.</summary>
    protected async Task TakeIn(Delivery delivery, Func<IReadOnlyList<TEvent>> rule)
    {
        if (!_inbox.Holds(delivery.Sender, delivery.Sequence) && !_journal!.ContentErased)
        {
            await Append(Ids.Of(Guid.Empty, $"{delivery.Sender}/{delivery.Sequence}"), rule(), null, [], [], [], new InEntry(delivery.Sender, delivery.Sequence));
        }
    }

    /// <summary>
    /// Tells the sender that a delivery stands in this journal; only once it does. Nobody waits for it, since the sender may be waiting for this grain, to
    /// have erased what it holds; a receipt that is lost is asked for by the next publication.
    /// </summary>
    protected void Acknowledge(Delivery delivery, string streamNamespace) => _ = AcknowledgeQuietly(delivery, streamNamespace);

    private async Task AcknowledgeQuietly(Delivery delivery, string streamNamespace)
    {
        try
        {
            await GrainFactory.GetGrain<IOutboxOwner>(GrainId.Parse(delivery.Sender, CultureInfo.InvariantCulture))
                .Receipt(streamNamespace, this.GetPrimaryKeyString(), delivery.Sequence);
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            LogReceiptFailed(Logger, trouble);
        }
    }

    /// <inheritdoc cref="IOutboxOwner.Receipt"/>
    public Task Receipt(string streamNamespace, string streamKey, long sequence)
    {
        _outbox.Confirm(new(streamNamespace, streamKey), sequence);
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="IOutboxOwner.Flush"/>
    public async Task<bool> Flush()
    {
        await Publish(_outbox.Open.ToArray());
        return _outbox.IsOpen;
    }

    private async Task Publish(IReadOnlyCollection<OutEntry> entries)
    {
        await Schedule([.. entries.Where(entry => entry.Due is not null)]);
        var provider = this.GetStreamProvider(StreamNames.Provider);
        foreach (var entry in entries)
        {
            if (entry.Notice is { } notice)
            {
                var stream = provider.GetStream<Delivery>(StreamId.Create(entry.Target.Namespace, entry.Target.Key));
                await stream.OnNextAsync(new Delivery(this.GetGrainId().ToString(), entry.Sequence, notice));
            }
        }
    }

    // No receiver journals these and sends a receipt: that the index holds them is all there is to know.
    private async Task Schedule(OutEntry[] entries)
    {
        var target = this.GetGrainId().ToString();
        try
        {
            await services.Due.AppendAsync(
                [.. entries.Select(entry => new DueEntry(entry.Due!.At, target, entry.Due.Kind.ToString(), entry.Due.Id))], CancellationToken.None);
        }
        catch (StorageUnavailableException unavailable)
        {
            throw new StorageTroubleException(unavailable.Message);
        }

        Array.ForEach(entries, entry => _outbox.Confirm(entry.Target, entry.Sequence));
    }

    private async Task PublishQuietly(IReadOnlyCollection<OutEntry> entries)
    {
        try
        {
            await Publish(entries);
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            // The poke in the queue brings somebody back to publish again.
            LogPublishFailed(Logger, trouble);
        }
    }

    [LoggerMessage(3002, LogLevel.Warning, "A receipt did not reach the sender; it is asked for by the next publication.")]
    private static partial void LogReceiptFailed(ILogger logger, Exception trouble);

    [LoggerMessage(3001, LogLevel.Warning, "A publication to a stream failed; it is repeated after the next poke.")]
    private static partial void LogPublishFailed(ILogger logger, Exception trouble);
}
