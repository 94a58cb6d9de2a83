using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Sqlite;

namespace MonEspaceSante.Storage.Tests.Sqlite;

/// <summary>A process that writes to the store in a folder, and says on its output what was answered, until it is killed.</summary>
internal static class DoomedWriter
{
    public const int BlockBytes = 100;
    public const int DocumentBytes = 60_000;

    /// <summary>The content of every blob at <paramref name="position"/>: what a reader can check without having been told.</summary>
    public static byte At(long position) => (byte)(position % 251);

    private static async Task Main(string[] arguments)
    {
        using var store = new SqliteStore(arguments[0], TimeProvider.System);

        // Ends by itself if nobody kills it.
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(store, writer, end.Token))));
    }

    private static async Task WriteAsync(SqliteStore store, int writer, CancellationToken end)
    {
        var journal = new BlobName(BlobContainer.Journals, $"{writer}-{Guid.NewGuid():N}");
        await store.CreateAppendBlobAsync(journal, end);
        for (var position = 0L; !end.IsCancellationRequested; position += BlockBytes)
        {
            await store.AppendAsync(journal, position, Content(position, BlockBytes), end);
            Console.WriteLine($"{journal.Path} {position + BlockBytes}");
            if (RandomNumberGenerator.GetInt32(10) is 0)
            {
                var document = new BlobName(BlobContainer.Documents, $"{Guid.NewGuid():N}");
                await store.StageAsync(document, 0, Content(0, DocumentBytes), end);
                await store.CommitAsync(document, 1, expected: null, end);
                Console.WriteLine($"{document.Path} {DocumentBytes}");
            }
        }
    }

    private static byte[] Content(long position, int length) => [.. Enumerable.Range(0, length).Select(index => At(position + index))];
}
