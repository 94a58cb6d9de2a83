using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Keys;

/// <summary>
/// The platform's keys on one machine: a master key of 256 random bits in a file that only its owner reads, and every other key derived from it
/// with HKDF-SHA-256 (RFC 5869). Losing the file loses everything that the platform encrypted.
/// </summary>
/// <remarks>A cluster keeps its keys in an HSM-backed vault instead (storage design, section 6).</remarks>
public sealed class FileKeyRing : IKeyRing
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly byte[] _master;
    private readonly ConcurrentDictionary<string, byte[]> _derived = new(StringComparer.Ordinal);

    /// <summary>Reads the master key in <paramref name="folder"/>, or makes folder and key at the first start.</summary>
    /// <param name="folder">Holds <c>master.key</c>. Keep it, and its backups, away from those of the data.</param>
    /// <exception cref="InvalidOperationException">The file is no key, or others than its owner can read it.</exception>
    public FileKeyRing(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var path = Path.Combine(folder, "master.key");
        if (!File.Exists(path))
        {
            Create(folder, path);
        }

        _master = Read(path);
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ShardKeyAsync(int shard, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shard, 4_095);
        return new(Derive(string.Create(CultureInfo.InvariantCulture, $"shard/{shard:x3}")));
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> PurposeKeyAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(Derive($"purpose/{name}"));
    }

    private static void Create(string folder, string path)
    {
        CreateFolder(folder);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
            DurableFolder.Flush(folder);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process has just made it: its key is the key.
            File.Delete(draft);
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private static byte[] Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) is not 0)
        {
            throw new InvalidOperationException($"Others than its owner have rights on {path}: give it mode 0600.");
        }

        var key = File.ReadAllBytes(path);
        return key.Length is KeyBytes ? key : throw new InvalidOperationException($"{path} is no master key: it must hold {KeyBytes} bytes.");
    }

    private ReadOnlyMemory<byte> Derive(string purpose) => _derived.GetOrAdd(
        purpose,
        static (purpose, master) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyBytes, salt: [], Encoding.UTF8.GetBytes(purpose)),
        _master);
}
