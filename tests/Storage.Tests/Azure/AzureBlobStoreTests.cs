using MonEspaceSante.Storage.Azure;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Tests.Contracts;

namespace MonEspaceSante.Storage.Tests.Azure;

[Collection(AzuriteTests.Name)]
public sealed class AzureBlobStoreTests(Azurite azurite) : BlobStoreContract
{
    private IBlobStore? _store;

    protected override IBlobStore Store => _store ??= OpenAnother();

    protected override IBlobStore OpenAnother() => new AzureBlobStore(AzureAccounts.One(AzureAccount.FromConnectionString(azurite.ConnectionString)));

    protected override void Reopen() => _store = OpenAnother();
}
