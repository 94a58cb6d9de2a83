using System.Text;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Cli.Tests.Enrolment;

/// <summary>A store in memory that takes lines of the feed in, and may end the process at any call.</summary>
internal sealed class FedStore
{
    private static readonly byte[] Secret = new byte[32];

    private readonly SimulatedBlobStore _blobs = new();
    private readonly SimulatedKeyRing _ring = new();

    public List<(long Line, string Code)> Rejects { get; private set; } = [];

    public EnrolmentTally Tally { get; private set; }

    /// <summary>Takes <paramref name="lines"/> in; the process ends at the storage call <paramref name="crashAt"/>, before it or after.</summary>
    /// <returns>Whether it came to its end.</returns>
    public async Task<bool> FeedAsync(IPeopleRows rows, IEnumerable<string> lines, int crashAt = int.MaxValue, bool after = false)
    {
        var store = new CrashingStore(_blobs, crashAt, after);
        var journals = Journals(store);
        var enrolment = new Cli.Enrolment.Enrolment(journals, new(store, TimeProvider.System), Secret, informedAt: null, TimeProvider.System);
        Tally = default;
        try
        {
            var rejected = await enrolment.EnrolAsync(
                rows, [.. lines.Select((line, i) => new PeopleLine(i + 1, Encoding.UTF8.GetBytes(line)))], (tally, _) => Tally += tally, CancellationToken.None);
            Rejects = [.. rejected.Select(row => (row.Line.Number, row.Reason.Code)).Order()];
            return true;
        }
        catch (Exception) when (store.Crashed)
        {
            return false;
        }
    }

    /// <summary>The person of a number, followed as the platform follows it.</summary>
    public async Task<EnrolledPerson?> FindAsync(Ins ins)
    {
        var key = BlindKey.Of(ins, Secret);
        for (var bucket = await BucketAsync(key); ; bucket = await BucketAsync(key))
        {
            if (bucket.ReplacementOf(key) is not { } by)
            {
                return bucket.TryFind(key, out var person) ? person : null;
            }

            key = by;
        }
    }

    /// <summary>What the platform is told to do, by now or later.</summary>
    public async Task<IReadOnlyList<DueEntry>> DueAsync(DateTimeOffset? until = null)
    {
        var index = new DueIndex(_blobs, TimeProvider.System);
        var entries = new List<DueEntry>();
        await foreach (var bucket in index.ListAsync(until ?? DateTimeOffset.UtcNow, CancellationToken.None))
        {
            entries.AddRange((await index.ReadAsync(bucket, CancellationToken.None)).Entries);
        }

        return entries;
    }

    public async Task<int> DependantsAsync(Ins holder)
    {
        var key = BlindKey.Of(holder, Secret);
        return (await BucketAsync(key)).DependantsOf(key).Count;
    }

    /// <summary>Every space that somebody is enrolled in.</summary>
    public async Task<IReadOnlyList<SpaceId>> SpacesAsync()
    {
        var spaces = new List<SpaceId>();
        await foreach (var segment in _blobs.ListAsync(BlobContainer.Journals, "", CancellationToken.None))
        {
            var bucket = await ReadAsync(JournalId.Parse(segment.Path.Split('/')[1]));
            spaces.AddRange(bucket.Snapshot().OfType<BucketEvent.Enrolled>().Select(person => person.Space));
        }

        return spaces;
    }

    private Task<IdentityBucket> BucketAsync(BlindKey key) => ReadAsync(JournalFormats.IdentityOf(key.Bucket));

    private async Task<IdentityBucket> ReadAsync(JournalId id)
    {
        var bucket = new IdentityBucket();
        await new JournalStore(_blobs, new SpaceKeys(_blobs, _ring), TimeProvider.System, new())
            .OpenAsync(id, -1, _ => { }, entry => JournalFormats.Identity.Replay(entry, bucket), CancellationToken.None);
        return bucket;
    }

    /// <summary>The store as a process sees it that ends at the call <paramref name="crashAt"/>.</summary>
    public CrashingStore Crashing(int crashAt, bool after) => new(_blobs, crashAt, after);

    /// <summary>The journals of <paramref name="store"/>.</summary>
    public IJournalStore Journals(IBlobStore store) => new JournalStore(store, new SpaceKeys(store, _ring), TimeProvider.System, new());

    /// <summary>The code that somebody was sent, as the platform knows it.</summary>
    public async Task<ProvisionalCode?> CodeAsync(Ins ins)
    {
        var (key, guard) = (BlindKey.Of(ins, Secret), new LoginGuard());
        await Journals(_blobs).OpenAsync(JournalFormats.GuardOf(key.Bucket), -1, _ => { }, entry => JournalFormats.Guard.Replay(entry, guard), CancellationToken.None);
        return guard.TryFindCode(key, out var code) ? code : null;
    }

    internal sealed class CrashingStore(IBlobStore inner, int crashAt, bool after) : DelegatingBlobStore(inner)
    {
        private int _calls;

        public bool Crashed => Volatile.Read(ref _calls) >= crashAt;

        public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
            CallAsync(async () => { await Inner.AppendAsync(name, position, block, cancellationToken); return 0; });

        public override Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
            CallAsync(() => Inner.CreateAppendBlobAsync(name, cancellationToken));

        public override Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken) =>
            CallAsync(() => Inner.CommitAsync(name, count, expected, cancellationToken));

        private async Task<T> CallAsync<T>(Func<Task<T>> call)
        {
            // What comes after the crash comes to nothing: the process is gone.
            var number = Interlocked.Increment(ref _calls);
            if (number > crashAt || (number == crashAt && !after))
            {
                throw new SimulatedCrashException();
            }

            var answer = await call();
            return number == crashAt ? throw new SimulatedCrashException() : answer;
        }
    }
}
