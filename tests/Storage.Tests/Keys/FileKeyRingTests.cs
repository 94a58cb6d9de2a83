using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Tests.Sqlite;

namespace MonEspaceSante.Storage.Tests.Keys;

public sealed class FileKeyRingTests : IDisposable
{
    private readonly DataFolder _folder = new();

    private static CancellationToken None => CancellationToken.None;

    private string Folder => Path.Combine(_folder.Path, "keys");

    private string Master => Path.Combine(Folder, "master.key");

    [Fact]
    public async Task The_keys_of_a_folder_are_the_same_after_a_restart()
    {
        var first = new FileKeyRing(Folder);
        var second = new FileKeyRing(Folder);

        Assert.Equal(await Shard(first, 7), await Shard(second, 7));
        Assert.Equal(await Purpose(first, "identity"), await Purpose(second, "identity"));
    }

    [Fact]
    public async Task Every_shard_and_every_purpose_has_a_key_of_its_own()
    {
        var ring = new FileKeyRing(Folder);
        var keys = new List<string> { await Purpose(ring, "identity"), await Purpose(ring, "caller"), await Purpose(ring, "shard/000") };
        for (var shard = 0; shard < 4_096; shard++)
        {
            keys.Add(await Shard(ring, shard));
        }

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(64, key.Length));
    }

    [Fact]
    public async Task Two_folders_have_different_keys() =>
        Assert.NotEqual(await Shard(new(Folder), 7), await Shard(new(Folder + "2"), 7));

    [Fact]
    public async Task A_known_master_key_gives_known_keys()
    {
        // Frozen: another derivation would make everything written before unreadable. HKDF-SHA-256, no salt, computed apart from this code.
        Directory.CreateDirectory(Folder);
        WriteMaster([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        var ring = new FileKeyRing(Folder);

        Assert.Equal("05a7d2a22a352f215b6f10e323666462c0e0b7b7f0f43f1fa355f8aed99e7043", await Shard(ring, 7));
        Assert.Equal("169e47d0f6e33908adc828fca12becc921886692452edeca65bb0f8acc34dfcd", await Purpose(ring, "identity"));
    }

    [Fact]
    public async Task Processes_that_start_together_end_with_the_same_master_key()
    {
        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new FileKeyRing(Folder))));

        var keys = await Task.WhenAll(rings.Select(ring => Shard(ring, 0)));

        Assert.Single(keys.Distinct());
        Assert.Single(Directory.GetFiles(Folder));
    }

    [SkippableFact]
    public void A_master_key_that_others_can_read_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no Unix file modes.");
        _ = new FileKeyRing(Folder);
#pragma warning disable CA1416 // Skipped on Windows above.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Master));
        File.SetUnixFileMode(Master, UnixFileMode.UserRead | UnixFileMode.GroupRead);
#pragma warning restore CA1416

        Assert.Throws<InvalidOperationException>(() => new FileKeyRing(Folder));
    }

    [Fact]
    public void A_master_key_of_another_length_is_refused()
    {
        Directory.CreateDirectory(Folder);
        WriteMaster([1, 2, 3]);

        Assert.Throws<InvalidOperationException>(() => new FileKeyRing(Folder));
    }

    public void Dispose() => _folder.Dispose();

    private void WriteMaster(byte[] key)
    {
        File.WriteAllBytes(Master, key);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Master, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static async Task<string> Shard(FileKeyRing ring, int shard) => Convert.ToHexStringLower((await ring.ShardKeyAsync(shard, None)).Span);

    private static async Task<string> Purpose(FileKeyRing ring, string name) => Convert.ToHexStringLower((await ring.PurposeKeyAsync(name, None)).Span);
}
