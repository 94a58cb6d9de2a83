using System.Collections.Concurrent;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Queues;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Edge;

/// <summary>Storage in memory that counts the calls at its ports by name.</summary>
internal sealed class CountingStore() : DelegatingBlobStore(new SimulatedBlobStore()), IQueueStore
{
    private readonly SimulatedQueueStore _queues = new(TimeProvider.System);
    private readonly ConcurrentDictionary<string, int> _calls = new();

    public void Reset() => _calls.Clear();

    /// <summary>Such as "1 append, 1 send"; receptions are the sweeper's and no part of a command.</summary>
    public string Calls => string.Join(", ", _calls.OrderBy(call => call.Key, StringComparer.Ordinal).Select(call => $"{call.Value} {call.Key}"));

    public override Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
        Count("create", () => base.CreateAppendBlobAsync(name, cancellationToken));

    public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        Count("append", () => base.AppendAsync(name, position, block, cancellationToken));

    public override Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken) =>
        Count("stage", () => base.StageAsync(name, index, chunk, cancellationToken));

    public override Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken) =>
        Count("commit", () => base.CommitAsync(name, count, expected, cancellationToken));

    public override Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        Count("read", () => base.ReadAsync(name, offset, length, cancellationToken));

    public override Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        Count("read", () => base.OpenReadAsync(name, offset, length, cancellationToken));

    public override Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) =>
        Count("properties", () => base.PropertiesAsync(name, cancellationToken));

    public override Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken) =>
        Count("delete", () => base.DeleteAsync(name, expected, cancellationToken));

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken) =>
        Count("send", () => _queues.SendAsync(queue, body, delay, cancellationToken));

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int count, TimeSpan hiddenFor, CancellationToken cancellationToken) =>
        _queues.ReceiveAsync(queue, count, hiddenFor, cancellationToken);

    public Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        _queues.DeleteAsync(queue, message, cancellationToken);

    private T Count<T>(string call, Func<T> pass)
    {
        _calls.AddOrUpdate(call, 1, (_, before) => before + 1);
        return pass();
    }
}
