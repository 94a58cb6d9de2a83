using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Sqlite;

namespace MonEspaceSante.Cli.CommandLine;

/// <summary>The data folder of the embedded platform, wired as the platform wires it: store, keys and journals.</summary>
internal sealed class PlatformData : IDisposable
{
    private readonly FileKeyRing _ring;

    /// <summary>Opens <paramref name="folder"/>, made if need be.</summary>
    public PlatformData(string folder)
    {
        Blobs = new(folder, TimeProvider.System);
        _ring = new(Path.Combine(folder, "keys"));
        Keys = new SpaceKeys(Blobs, _ring);
        Journals = new JournalStore(Blobs, Keys, TimeProvider.System, new());
        Due = new(Blobs, TimeProvider.System);
    }

    /// <summary>Opens <paramref name="folder"/>, which must hold a store.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no store.</exception>
    public static PlatformData Existing(string folder) =>
        File.Exists(Path.Combine(folder, "store.db")) ? new(folder) : throw new DirectoryNotFoundException($"There is no store in {Path.GetFullPath(folder)}.");

    /// <summary>The store itself.</summary>
    public SqliteStore Blobs { get; }

    /// <summary>The keys of its journals.</summary>
    public ISpaceKeys Keys { get; }

    /// <summary>Its journals.</summary>
    public IJournalStore Journals { get; }

    /// <summary>What the platform is to do, and when.</summary>
    public DueIndex Due { get; }

    /// <summary>The secret of the blind keys of matricules, the one that the platform uses.</summary>
    public ValueTask<ReadOnlyMemory<byte>> IdentityKeyAsync(CancellationToken cancellationToken) => _ring.PurposeKeyAsync("identity", cancellationToken);

    /// <summary>The platform's signature of heads, the one that the platform uses.</summary>
    public Task<KeyRingHeadSigner> HeadSignerAsync(CancellationToken cancellationToken) => KeyRingHeadSigner.OpenAsync(_ring, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => Blobs.Dispose();
}
