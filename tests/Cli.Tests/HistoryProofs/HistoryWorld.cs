using System.Text;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Cli.Tests.HistoryProofs;

/// <summary>A store in memory with journals of every shape, some nights, and the proofs that its platform gives.</summary>
internal sealed class HistoryWorld : IDisposable
{
    private const int Crowded = 7;

    private readonly Random _chance;
    private readonly SimulatedKeyRing _ring = new();
    private readonly MovedTime _time = new();
    private readonly SpaceKeys _keys;
    private readonly JournalStore _journals;

    private HistoryWorld(int seed, KeyRingHeadSigner signer)
    {
        (_chance, Signer) = (new(seed), signer);
        _keys = new(Blobs, _ring);
        _journals = new(Blobs, _keys, _time, new() { MaxBlocks = 9 });
    }

    public SimulatedBlobStore Blobs { get; } = new();

    public KeyRingHeadSigner Signer { get; }

    public byte[] Key => Signer.PublicKey.ToArray();

    public static async Task<HistoryWorld> CreateAsync(int seed) => new(seed, await KeyRingHeadSigner.OpenAsync(new SimulatedKeyRing(), CancellationToken.None));

    /// <summary>Identities, most of them of one shard, so that its tree of the night has many leaves.</summary>
    public IReadOnlyList<JournalId> Journals(int count) => [.. Enumerable.Range(0, count).Select(number => Journal(crowded: number % 3 > 0))];

    /// <summary>Appends <paramref name="blocks"/> blocks of one to four entries of every class.</summary>
    public async Task<JournalHead> GrowAsync(JournalId id, int blocks)
    {
        var journal = await _journals.OpenAsync(id, 1, _ => { }, _ => { }, CancellationToken.None);
        for (; blocks > 0; blocks--)
        {
            _time.Now += TimeSpan.FromMilliseconds(_chance.Next(5_000));
            await journal.AppendAsync([.. Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => Entry())], CancellationToken.None);
        }

        return journal.Head;
    }

    public Task EraseAsync(JournalId journal) => _keys.EraseContentAsync(journal, CancellationToken.None);

    /// <summary>Signs the shards of <paramref name="journals"/>, and answers how many heads were signed.</summary>
    public async Task<int> SignAsync(int night, params IEnumerable<JournalId> journals)
    {
        var (signing, signed) = (new HeadSigning(Blobs, Signer), 0);
        foreach (var shard in journals.Select(journal => journal.Shard).Distinct())
        {
            var result = await signing.SignShardAsync(shard, new DateOnly(2026, 1, 1).AddDays(night), CancellationToken.None);
            Assert.Empty(result.Faults);
            signed += result.Journals;
        }

        return signed;
    }

    public async Task<byte[]> ProveAsync(JournalId journal, JournalHead head, params long[] closed)
    {
        using var file = new MemoryStream();
        await new Storage.Proofs.HistoryProofs(Blobs, _keys, Signer).WriteAsync(file, journal, head, closed.ToHashSet(), CancellationToken.None);
        return file.ToArray();
    }

    public void Dispose() => Signer.Dispose();

    private JournalId Journal(bool crowded)
    {
        Span<char> digits = stackalloc char[32];
        while (true)
        {
            _chance.GetItems("0123456789abcdef", digits);
            var id = JournalId.Parse(digits.ToString());
            if (!crowded || id.Shard == Crowded)
            {
                return id;
            }
        }
    }

    private NewEntry Entry()
    {
        var keyClass = (KeyClass)_chance.Next(4);
        var body = $$"""{"event":"accessed","who":"Dr Zoé «{{_chance.Next()}}»","what":"\u00e9 \"{{new string('x', _chance.Next(40))}}\" 🩺"}""";
        return new(keyClass is KeyClass.Message ? EntryKind.Out : EntryKind.Event, keyClass, 1, Identity(), Encoding.UTF8.GetBytes(body));
    }

    private Guid Identity()
    {
        Span<byte> bytes = stackalloc byte[16];
        _chance.NextBytes(bytes);
        return new(bytes);
    }

    private sealed class MovedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
