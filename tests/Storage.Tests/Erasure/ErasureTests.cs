using MonEspaceSante.Storage.Azure;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Tests.Azure;
using MonEspaceSante.Storage.Tests.Journals;
using MonEspaceSante.Storage.Tests.Sqlite;

namespace MonEspaceSante.Storage.Tests.Erasure;

public sealed class ErasureInMemoryTests : ErasureContract
{
    protected override IBlobStore Store { get; } = new SimulatedBlobStore();
}

public sealed class ErasureOnSqliteTests : ErasureContract, IDisposable
{
    private readonly DataFolder _folder = new();

    public ErasureOnSqliteTests() => Store = _folder.Open();

    protected override IBlobStore Store { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Destroyed_keys_are_nowhere_in_the_files()
    {
        var (keys, journal) = (JournalWorld.KeysIn(Store), JournalId.Random());
        await keys.CreateAsync(journal, CancellationToken.None);
        var wrapped = (await Store.ReadAsync(new(BlobContainer.Keys, $"{journal.Shard:x3}/{journal}/k"), 0, 1_024, CancellationToken.None)).Bytes.ToArray();

        // The first key of the blob is that of the data: 1 for the version, then 61 bytes.
        var ofData = wrapped.AsSpan(1, 61).ToArray();
        Assert.True(Holds(ofData));
        await keys.EraseContentAsync(journal, CancellationToken.None);
        _folder.Close((SqliteStore)Store);
        Assert.False(Holds(ofData));
    }

    private bool Holds(byte[] bytes) => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content.AsSpan().IndexOf(bytes) >= 0;
    });
}

[Collection(AzuriteTests.Name)]
public sealed class ErasureOnAzuriteTests(Azurite azurite) : ErasureContract
{
    protected override IBlobStore Store { get; } = new AzureBlobStore(AzureAccounts.One(AzureAccount.FromConnectionString(azurite.ConnectionString)));
}
