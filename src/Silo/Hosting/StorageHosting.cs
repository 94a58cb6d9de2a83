using MonEspaceSante.Storage.Azure;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Erasure;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Queues;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Silo.Hosting;

/// <summary>Wires the storage ports to the adapter that the configuration names.</summary>
public static class StorageHosting
{
    /// <summary>Adds blobs, queues, keys, journals and the vault.</summary>
    public static IServiceCollection AddPlatformStorage(this IServiceCollection services, StorageOptions options)
    {
        switch (options.Kind)
        {
            case StorageKind.Sqlite:
                services.AddSingleton(provider => new SqliteStore(options.Folder, provider.GetRequiredService<TimeProvider>()));
                services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<SqliteStore>());
                services.AddSingleton<IQueueStore>(provider => provider.GetRequiredService<SqliteStore>());
                break;
            case StorageKind.Azure:
                var account = options.ConnectionString ?? throw new InvalidOperationException("Storage:ConnectionString is needed for Storage:Kind \"Azure\".");
                services.AddSingleton(AzureAccounts.One(AzureAccount.FromConnectionString(account)));
                services.AddSingleton<IBlobStore, AzureBlobStore>();
                services.AddSingleton<IQueueStore, AzureQueueStore>();
                break;
            default:
                throw new InvalidOperationException($"Storage:Kind is Sqlite or Azure, not {options.Kind}.");
        }

        services.AddSingleton<IKeyRing>(_ => new FileKeyRing(Path.Combine(options.Folder, "keys")));
        services.AddSingleton<ISpaceKeys, SpaceKeys>();
        services.AddSingleton<IJournalStore>(provider => new JournalStore(
            provider.GetRequiredService<IBlobStore>(), provider.GetRequiredService<ISpaceKeys>(), provider.GetRequiredService<TimeProvider>(), new()));
        services.AddSingleton<IVault, BlobVault>();
        services.AddSingleton<DueIndex>();

        // Asked once, at start: the signer keeps its key.
        services.AddSingleton<IHeadSigner>(provider =>
            KeyRingHeadSigner.OpenAsync(provider.GetRequiredService<IKeyRing>(), CancellationToken.None).GetAwaiter().GetResult());
        services.AddSingleton<HeadSigning>();
        services.AddSingleton<HistoryProofs>();
        services.AddSingleton<ErasureBook>();
        return services;
    }
}
