using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Storage.Tests.Contracts;

namespace MonEspaceSante.Storage.Tests.Simulated;

public sealed class SimulatedBlobStoreTests : BlobStoreContract
{
    private readonly SimulatedBlobStore _store = new();

    protected override IBlobStore Store => _store;

    protected override IBlobStore OpenAnother() => _store;

    protected override void Reopen()
    {
        // Memory is all there is of it.
    }
}
