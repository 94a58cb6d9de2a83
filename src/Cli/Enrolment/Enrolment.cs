using System.Collections.Concurrent;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>
/// The enrolment of a file of people: lines are gathered into large batches and grouped by bucket, so that each bucket is opened once and written
/// once for all of its people in the batch. Doing it again changes nothing: who is known stays who they are.
/// </summary>
/// <param name="journals">Where the buckets are.</param>
/// <param name="due">Where the platform finds what it is to do.</param>
/// <param name="secret">The key of the blind keys of matricules.</param>
/// <param name="informedAt">When the letter was sent, for rows that do not say.</param>
/// <param name="time">Says what day it is.</param>
internal sealed class Enrolment(IJournalStore journals, DueIndex due, ReadOnlyMemory<byte> secret, DateTimeOffset? informedAt, TimeProvider time)
{
    /// <summary>As many as one group commit of the embedded store takes, so that each sync to disk serves them all.</summary>
    internal const int BucketsInFlight = 512;

    private const int NoBucket = -1;

    private readonly RuleWriter<IdentityBucket, BucketEvent> _writer = new(journals, JournalFormats.Identity);
    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Takes in <paramref name="lines"/> and answers the rows that were not, in no order.</summary>
    /// <param name="rows">How lines are read.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="settled">Told what became of some rows as soon as it is durable, and how many bytes they took; by one thread at a time.</param>
    /// <param name="cancellationToken">Ends the run after the buckets in flight.</param>
    /// <exception cref="OutcomeUnknownException">The store does not answer, or somebody else writes without end.</exception>
    /// <exception cref="JournalCorruptedException">The journal of a bucket is damaged.</exception>
    /// <exception cref="StorageUnavailableException">The store is out of reach.</exception>
    public async Task<IReadOnlyCollection<RejectedRow>> EnrolAsync(
        IPeopleRows rows, IReadOnlyList<PeopleLine> lines, Action<EnrolmentTally, long> settled, CancellationToken cancellationToken)
    {
        var rejected = new ConcurrentBag<RejectedRow>();
        var (buckets, replacing) = Place(rows, lines, rejected);
        settled(new(0, 0, 0, rejected.Count), rejected.Sum(row => (long)row.Line.Bytes.Length));

        foreach (var wave in Waves(rows, lines, buckets, replacing))
        {
            // Neighbours in flight are neighbours in the store's index: a commit of many buckets then changes few of its pages.
            var grouped = wave.GroupBy(i => buckets[i], i => lines[i]).OrderBy(bucket => JournalFormats.PlaceOf(bucket.Key), StringComparer.Ordinal);
            await new EnrolmentWave(_writer, due, time, line => ReadLine(rows, line)).SettleAsync(grouped, replacing, rejected, settled, cancellationToken);
        }

        return rejected;
    }

    /// <summary>The bucket of each line, and whether any line of the batch replaces a number.</summary>
    private (int[] Buckets, bool Replacing) Place(IPeopleRows rows, IReadOnlyList<PeopleLine> lines, ConcurrentBag<RejectedRow> rejected)
    {
        var (buckets, replacing) = (new int[lines.Count], 0);
        Parallel.For(0, lines.Count, i =>
        {
            var fields = rows.Read(lines[i].Bytes.Span);
            var number = fields.Accepted ? InsurerLine.ReadNumber(fields.Value) : fields.Refusal;
            buckets[i] = number.Accepted ? BlindKey.Of(number.Value, secret.Span).Bucket : NoBucket;
            if (!number.Accepted)
            {
                rejected.Add(new(lines[i], number.Refusal));
            }
            else if (fields.Value![InsurerField.FormerMatricule] is not null)
            {
                Interlocked.Exchange(ref replacing, 1);
            }
        });
        return (buckets, replacing != 0);
    }

    private IEnumerable<IEnumerable<int>> Waves(IPeopleRows rows, IReadOnlyList<PeopleLine> lines, int[] buckets, bool replacing)
    {
        var placed = Enumerable.Range(0, lines.Count).Where(i => buckets[i] != NoBucket);
        if (!replacing)
        {
            return [placed];
        }

        // Only a batch that replaces numbers pays for the keys of all of its lines.
        var indices = placed.ToArray();
        var keys = new (BlindKey Own, BlindKey? Former)[indices.Length];
        Parallel.For(0, indices.Length, i =>
        {
            var fields = rows.Read(lines[indices[i]].Bytes.Span).Value!;
            var former = InsurerLine.ReadFormer(fields).Value;
            keys[i] = (BlindKey.Of(InsurerLine.ReadNumber(fields).Value, secret.Span), former is { } number ? BlindKey.Of(number, secret.Span) : null);
        });
        var waves = LineOrder.Waves(keys);
        return indices.Index().GroupBy(line => waves[line.Index], line => line.Item).OrderBy(wave => wave.Key);
    }

    private Outcome<FiledLine> ReadLine(IPeopleRows rows, PeopleLine line)
    {
        var fields = rows.Read(line.Bytes.Span);
        var read = fields.Accepted ? InsurerLine.Read(fields.Value, _today, informedAt) : fields.Refusal;
        return read.Accepted ? read.Value.File(secret.Span) : read.Refusal;
    }
}
