using System.Globalization;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Storage.Tests.Journals;

namespace MonEspaceSante.Storage.Tests.Due;

/// <summary>What is appended to the due index is found again, whoever else writes and removes meanwhile.</summary>
public sealed class DueIndexTests
{
    private readonly CountingBlobs _blobs = new();
    private readonly ManualTime _time = new();
    private readonly DueIndex _index;

    public DueIndexTests() => _index = new(_blobs, _time);

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "hour/2026010100/0007")]
    [InlineData("2026-01-01T00:59:59.9999999Z", "hour/2026010100/0007")]
    [InlineData("2026-01-03T23:59:59.9999999Z", "hour/2026010323/0007")]
    [InlineData("2026-01-04T00:00:00Z", "day/20260104/0007")]
    [InlineData("2026-03-29T03:00:00+02:00", "day/20260329/0007")]
    [InlineData("2028-02-29T23:30:00-01:00", "day/20280301/0007")]
    public void Hours_and_days_are_those_of_universal_time(string at, string path)
    {
        var bucket = DueBucket.For(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), 7, _time.Now);
        Assert.Equal(path, bucket.Path);
        Assert.Equal(bucket, DueBucket.Parse(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hour/2026010100")]
    [InlineData("week/2026010100/0001")]
    [InlineData("hour/20260101/0001")]
    [InlineData("hour/2026010100/x")]
    public void Other_names_are_refused(string path) => Assert.ThrowsAny<FormatException>(() => DueBucket.Parse(path));

    [Fact]
    public async Task Entries_come_back_as_they_were_written()
    {
        var entry = Entry(TimeSpan.FromTicks(1));
        await _index.AppendAsync([entry, entry.Again(_time.Now.AddMinutes(5))], CancellationToken.None);
        var (entries, _) = await _index.ReadAsync(Assert.Single(await ListAsync(_time.Now.AddDays(1))), CancellationToken.None);
        Assert.Equal([entry, entry with { Tries = 1, From = _time.Now.AddMinutes(5) }], entries);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_never_skipped()
    {
        await _index.AppendAsync([Entry(default)], CancellationToken.None);
        var bucket = Assert.Single(await ListAsync(_time.Now));
        var length = (await _blobs.PropertiesAsync(bucket.Blob, CancellationToken.None))!.Length;
        await _blobs.AppendAsync(bucket.Blob, length, "something else\n"u8.ToArray(), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidDataException>(() => _index.ReadAsync(bucket, CancellationToken.None));
    }

    [Fact]
    public async Task Only_begun_hours_and_near_days_are_listed_the_earliest_first()
    {
        await _index.AppendAsync([Entry(TimeSpan.FromHours(2)), Entry(TimeSpan.FromHours(1)), Entry(TimeSpan.FromDays(10)), Entry(TimeSpan.FromDays(9))], CancellationToken.None);
        Assert.Empty(await ListAsync(_time.Now));
        Assert.Equal([1], (await ListAsync(_time.Now.AddHours(1))).Select(bucket => bucket.Start.Hour));
        Assert.Equal([1, 2], (await ListAsync(_time.Now.AddHours(2))).Select(bucket => bucket.Start.Hour));
        Assert.Equal([10, 1, 1], (await ListAsync(_time.Now.AddDays(7))).Select(bucket => bucket.Start.Day));
    }

    [Fact]
    public async Task A_near_day_is_shared_out_to_its_hours()
    {
        await _index.AppendAsync([Entry(TimeSpan.FromDays(9)), Entry(TimeSpan.FromDays(9.5))], CancellationToken.None);
        _time.Now += TimeSpan.FromDays(7);
        await _index.ShareOutAsync(Assert.Single(await ListAsync(_time.Now)), CancellationToken.None);
        Assert.Empty(await ListAsync(_time.Now));
        Assert.Equal([0, 12], (await ListAsync(_time.Now.AddDays(3))).Select(bucket => bucket.Start.Hour));
    }

    [Fact]
    public async Task A_bucket_that_has_grown_since_it_was_read_is_not_removed()
    {
        await _index.AppendAsync([Entry(default)], CancellationToken.None);
        var bucket = Assert.Single(await ListAsync(_time.Now));
        var (_, read) = await _index.ReadAsync(bucket, CancellationToken.None);
        await _index.AppendAsync([Entry(default)], CancellationToken.None);
        Assert.False(await _index.RemoveAsync(bucket, read!.Value, CancellationToken.None));

        var (entries, again) = await _index.ReadAsync(bucket, CancellationToken.None);
        Assert.Equal(2, entries.Count);
        Assert.True(await _index.RemoveAsync(bucket, again!.Value, CancellationToken.None));
        Assert.Empty(await ListAsync(_time.Now));
    }

    [Fact]
    public async Task A_removed_bucket_is_made_again_by_who_comes_late()
    {
        await _index.AppendAsync([Entry(default)], CancellationToken.None);
        var bucket = Assert.Single(await ListAsync(_time.Now));
        var (_, tag) = await _index.ReadAsync(bucket, CancellationToken.None);
        Assert.True(await _index.RemoveAsync(bucket, tag!.Value, CancellationToken.None));

        await _index.AppendAsync([Entry(default)], CancellationToken.None);
        Assert.Single((await _index.ReadAsync(bucket, CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Thousands_of_entries_take_a_few_calls()
    {
        await _index.AppendAsync([.. Enumerable.Range(0, 20_000).Select(_ => Entry(TimeSpan.FromDays(42)))], CancellationToken.None);
        Assert.InRange(_blobs.Calls, 2, 4);
        Assert.Equal(20_000, (await _index.ReadAsync(Assert.Single(await ListAsync(_time.Now.AddDays(42))), CancellationToken.None)).Entries.Count);
    }

    [Fact]
    public async Task More_than_a_block_holds_takes_several()
    {
        var entries = Enumerable.Range(0, 100_000).Select(_ => Entry(TimeSpan.FromDays(42))).ToList();
        await _index.AppendAsync(entries, CancellationToken.None);
        var (found, _) = await _index.ReadAsync(Assert.Single(await ListAsync(_time.Now.AddDays(42))), CancellationToken.None);
        Assert.Equal(entries, found);
    }

    [Fact]
    public async Task Writers_of_one_bucket_lose_nothing_to_each_other()
    {
        var store = new StandsStill(_blobs);
        var index = new DueIndex(store, _time);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => index.AppendAsync([Entry(default) with { Id = Guid.Empty }], CancellationToken.None)));
        Assert.Equal(10, (await _index.ReadAsync(Assert.Single(await ListAsync(_time.Now)), CancellationToken.None)).Entries.Count);
    }

    private DueEntry Entry(TimeSpan after) => DueEntry.OfSpace("00112233445566778899aabbccddeeff", "some-deadline", Fixed.With(Guid.NewGuid()), _time.Now + after);

    private async Task<List<DueBucket>> ListAsync(DateTimeOffset now) => await _index.ListAsync(now, CancellationToken.None).ToListAsync();

    /// <summary>Identities of one worker.</summary>
    private static class Fixed
    {
        public static Guid With(Guid id)
        {
            var bytes = id.ToByteArray();
            (bytes[14], bytes[15]) = (0, 7);
            return new(bytes);
        }
    }

    private sealed class CountingBlobs() : DelegatingBlobStore(new SimulatedBlobStore())
    {
        public int Calls { get; private set; }

        public override Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken)
        {
            Calls++;
            return base.CreateAppendBlobAsync(name, cancellationToken);
        }

        public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
        {
            Calls++;
            return base.AppendAsync(name, position, block, cancellationToken);
        }

        public override Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken)
        {
            Calls++;
            return base.PropertiesAsync(name, cancellationToken);
        }
    }

    /// <summary>Lets others go first between two calls.</summary>
    private sealed class StandsStill(IBlobStore inner) : DelegatingBlobStore(inner)
    {
        public override async Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
        {
            await Task.Yield();
            await base.AppendAsync(name, position, block, cancellationToken);
        }
    }
}
