using MonEspaceSante.Storage.Azure;
using MonEspaceSante.Storage.Queues;
using MonEspaceSante.Storage.Tests.Contracts;

namespace MonEspaceSante.Storage.Tests.Azure;

[Collection(AzuriteTests.Name)]
public sealed class AzureQueueStoreTests(Azurite azurite) : QueueStoreContract
{
    private IQueueStore? _store;

    protected override IQueueStore Store => _store ??= Open();

    protected override void Reopen() => _store = Open();

    // The service has its own clock, so time has to pass for real: a second or two in the whole suite.
    protected override Task PassAsync(TimeSpan time) => Task.Delay(time + TimeSpan.FromMilliseconds(200));

    private AzureQueueStore Open() => new(AzureAccounts.One(AzureAccount.FromConnectionString(azurite.ConnectionString)));
}
