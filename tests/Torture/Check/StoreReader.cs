using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Torture.Check;

/// <summary>
/// Reads a platform's folder as evidence. Remembers the heads it has seen, so that a journal cut short is noticed, and the immutable files
/// it has read.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="secrets">What must not be found in the clear.</param>
internal sealed class StoreReader(string folder, IReadOnlyList<string> secrets)
{
    private readonly Dictionary<JournalId, JournalHead> _heads = [];
    private readonly Dictionary<string, string?> _contents = [];
    private readonly HashSet<string> _scanned = [];

    /// <summary>Reads the journals alone, which a platform may be writing at the moment.</summary>
    public async Task<IReadOnlyList<StandingJournal>> ReadJournalsAsync()
    {
        using var store = new SqliteStore(folder, TimeProvider.System);
        return await ReadJournalsAsync(store);
    }

    /// <summary>Reads everything that stands now; no platform runs on the folder.</summary>
    /// <param name="spoil">Stands between the store and the reader; for controls.</param>
    public async Task<Evidence> ReadAsync(Func<IBlobStore, IBlobStore>? spoil = null)
    {
        // Raw bytes first: opening the database would fold its log into it.
        var leaks = Scan().ToList();
        using var store = new SqliteStore(folder, TimeProvider.System);
        var blobs = spoil?.Invoke(store) ?? store;
        var journals = await ReadJournalsAsync(blobs);
        foreach (var document in journals.SelectMany(journal => journal.Documents()))
        {
            await OpenAsync(new BlobVault(blobs), document.Content);
        }

        return new(journals, new Dictionary<string, string?>(_contents), await OrphansAsync(blobs), leaks);
    }

    /// <summary>The next reading opens every document and scans every file again.</summary>
    public void Forget()
    {
        _contents.Clear();
        _scanned.Clear();
    }

    private static async Task<List<JournalId>> JournalsAsync(IBlobStore blobs)
    {
        var found = new List<JournalId>();
        await foreach (var segment in blobs.ListAsync(BlobContainer.Journals, "", CancellationToken.None))
        {
            var id = JournalId.Parse(segment.Path.Split('/')[1]);
            if (!found.Contains(id))
            {
                found.Add(id);
            }
        }

        return found;
    }

    private async Task<List<StandingJournal>> ReadJournalsAsync(IBlobStore blobs)
    {
        var keys = new SpaceKeys(blobs, new FileKeyRing(Path.Combine(folder, "keys")));
        var journals = new List<StandingJournal>();
        foreach (var id in await JournalsAsync(blobs))
        {
            journals.Add(await ReadAsync(blobs, keys, id));
        }

        return journals;
    }

    private async Task<int> OrphansAsync(IBlobStore blobs)
    {
        var orphans = 0;
        await foreach (var content in blobs.ListAsync(BlobContainer.Documents, "", CancellationToken.None))
        {
            orphans += _contents.ContainsKey(content.Path) ? 0 : 1;
        }

        return orphans;
    }

    private async Task<StandingJournal> ReadAsync(IBlobStore blobs, SpaceKeys keys, JournalId id)
    {
        var (blocks, entries) = await Frames.ReadAsync(blobs, id);
        var report = await new JournalVerifier(blobs, keys).VerifyAsync(id, _heads.GetValueOrDefault(id), CancellationToken.None);
        if (report.Fault is { } fault)
        {
            return new(id, blocks, entries, $"segment {fault.Segment}, position {fault.Position}: {fault.Reason}");
        }

        _heads[id] = report.Head;
        var bodies = new Dictionary<long, JsonElement>();

        // A snapshot of no version: every entry is read from the first.
        const int Everything = -1;
        await new JournalStore(blobs, keys, TimeProvider.System, new()).OpenAsync(id, Everything, _ => { }, entry =>
        {
            if (entry.Kind is not EntryKind.SegmentOpened)
            {
                bodies.Add(entry.Sequence, JsonSerializer.Deserialize<JsonElement>(entry.Body.Span));
            }
        }, CancellationToken.None);
        return new(id, blocks, [.. entries.Select(entry => entry with { Body = bodies.GetValueOrDefault(entry.Sequence) })], null);
    }

    private async Task OpenAsync(BlobVault vault, VaultedContent content)
    {
        if (_contents.ContainsKey(content.Blob))
        {
            return;
        }

        try
        {
            await using var bytes = await vault.OpenReadAsync(content, 0, content.Length, CancellationToken.None);
            _contents[content.Blob] = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes));
        }
        catch (Exception unreadable) when (unreadable is ContentDamagedException or BlobNotFoundException)
        {
            _contents[content.Blob] = null;
        }
    }

    /// <summary>The database and its log at each reading, the files of documents once: they never change.</summary>
    private IEnumerable<string> Scan()
    {
        var files = Directory.GetFiles(folder, "store.db*").Concat(
            Directory.GetFiles(Path.Combine(folder, "documents"), "*", SearchOption.AllDirectories).Where(_scanned.Add));
        var encodings = new[] { Encoding.UTF8, Encoding.Unicode };
        var needles = secrets.SelectMany(secret => encodings.Select(encoding => (secret, encoding.GetBytes(secret)))).ToList();
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var (secret, needle) in needles)
            {
                if (bytes.AsSpan().IndexOf(needle) >= 0 || file.Contains(secret, StringComparison.OrdinalIgnoreCase))
                {
                    yield return $"“{secret}” stands in {Path.GetFileName(file)}";
                }
            }
        }
    }
}
