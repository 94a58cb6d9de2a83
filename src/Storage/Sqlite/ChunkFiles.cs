using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>
/// Large chunks, one file each, in the folder <c>documents</c> beside the database. A chunk is written to <c>documents/staging</c>, moved to its
/// place when its blob is committed, and counts from the moment its row is in the database: a crash leaves at worst a file that no row names.
/// </summary>
internal sealed class ChunkFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    private readonly string _folder;
    private readonly string _staging;

    /// <summary>Makes the folder, and removes what writers of the past left in staging.</summary>
    public ChunkFiles(string dataFolder, TimeProvider clock)
    {
        _folder = Path.Combine(dataFolder, "documents");
        _staging = Path.Combine(_folder, "staging");
        Directory.CreateDirectory(_staging);
        SweepStaging(clock.GetUtcNow());
    }

    /// <summary>Writes <paramref name="bytes"/> durably to a new file in staging and answers its name.</summary>
    public async Task<string> StageAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var name = Guid.NewGuid().ToString("N");
        try
        {
            using var file = File.OpenHandle(
                Path.Combine(_staging, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None, bytes.Length);
            await RandomAccess.WriteAsync(file, bytes, 0, cancellationToken);
            RandomAccess.FlushToDisk(file);
            return name;
        }
        catch (IOException failure)
        {
            throw new StorageUnavailableException("A chunk could not be written.", failure);
        }
    }

    /// <summary>Moves the files of <paramref name="chunks"/> from staging to their place, durably.</summary>
    public void Publish(IReadOnlyList<Chunk> chunks)
    {
        try
        {
            var files = Names(chunks).ToList();
            foreach (var file in files)
            {
                File.Move(Path.Combine(_staging, file), Place(file));
            }

            if (files.Count > 0)
            {
                DurableFolder.Flush(_folder);
            }
        }
        catch (IOException failure)
        {
            throw new StorageUnavailableException("A chunk could not be moved to its place.", failure);
        }
    }

    /// <summary>Reads a published file from <paramref name="offset"/>.</summary>
    /// <returns>How many bytes were read; none if the file was removed meanwhile.</returns>
    public int Read(string name, long offset, Span<byte> destination)
    {
        try
        {
            using var file = File.OpenHandle(Place(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return RandomAccess.Read(file, destination, offset);
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
        catch (IOException failure)
        {
            throw new StorageUnavailableException("A chunk could not be read.", failure);
        }
    }

    /// <summary>Removes files that no row names any more.</summary>
    public void Delete(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.Delete(Place(name));
        }
    }

    /// <summary>Removes the files of chunks that were staged and will not be committed.</summary>
    public void Discard(IEnumerable<Chunk> chunks)
    {
        foreach (var name in Names(chunks))
        {
            File.Delete(Path.Combine(_staging, name));
        }
    }

    /// <summary>The names of the files among <paramref name="chunks"/>.</summary>
    public static IEnumerable<string> Names(IEnumerable<Chunk> chunks) => chunks.Select(chunk => chunk.File).OfType<string>();

    private string Place(string name) => Path.Combine(_folder, name);

    private void SweepStaging(DateTimeOffset now)
    {
        foreach (var file in new DirectoryInfo(_staging).EnumerateFiles().Where(file => file.LastWriteTimeUtc < now - Patience))
        {
            file.Delete();
        }
    }
}
