using System.Collections.Concurrent;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>
/// The enrolment of a file of people: lines are gathered into large batches and grouped by bucket, so that each bucket is opened once and written
/// once for all of its people in the batch. Doing it again changes nothing: who is known stays who they are.
/// </summary>
/// <param name="journals">Where the buckets are.</param>
/// <param name="secret">The key of the blind keys of matricules.</param>
/// <param name="informedAt">When the letter was sent, for rows that do not say.</param>
/// <param name="time">Says what day it is.</param>
internal sealed class Enrolment(IJournalStore journals, ReadOnlyMemory<byte> secret, DateTimeOffset? informedAt, TimeProvider time)
{
    // As many as one group commit of the embedded store takes, so that each sync to disk serves them all.
    private const int BucketsInFlight = 512;

    private const int NoBucket = -1;

    private readonly BucketWriter _writer = new(journals);
    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Takes in <paramref name="lines"/> and answers the rows that were not, in no order.</summary>
    /// <param name="columns">What the cells mean.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="settled">Told what became of some rows as soon as it is durable, and how many bytes they took; by one thread at a time.</param>
    /// <param name="cancellationToken">Ends the run after the buckets in flight.</param>
    /// <exception cref="OutcomeUnknownException">The store does not answer, or somebody else writes without end.</exception>
    /// <exception cref="JournalCorruptedException">The journal of a bucket is damaged.</exception>
    /// <exception cref="StorageUnavailableException">The store is out of reach.</exception>
    public async Task<IReadOnlyCollection<RejectedRow>> EnrolAsync(
        PeopleColumns columns, IReadOnlyList<PeopleLine> lines, Action<EnrolmentTally, long> settled, CancellationToken cancellationToken)
    {
        var rejected = new ConcurrentBag<RejectedRow>();
        var buckets = GroupByBucket(columns, lines, rejected);
        settled(new(0, 0, 0, rejected.Count), rejected.Sum(row => (long)row.Line.Bytes.Length));

        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = BucketsInFlight, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(buckets, options, async (bucket, stop) =>
        {
            var tally = await EnrolAsync(columns, bucket.Key, [.. bucket], rejected, stop);
            lock (gate)
            {
                settled(tally, bucket.Sum(line => (long)line.Bytes.Length));
            }
        });
        return rejected;
    }

    /// <summary>The lines of each bucket, in the order of the file; the buckets in the order of their places.</summary>
    private IEnumerable<IGrouping<int, PeopleLine>> GroupByBucket(
        PeopleColumns columns, IReadOnlyList<PeopleLine> lines, ConcurrentBag<RejectedRow> rejected)
    {
        var buckets = new int[lines.Count];
        Parallel.For(0, lines.Count, i =>
        {
            var ins = columns.ReadIns(lines[i].Bytes.Span);
            buckets[i] = ins.Accepted ? BlindKey.Of(ins.Value, secret.Span).Bucket : NoBucket;
            if (!ins.Accepted)
            {
                rejected.Add(new(lines[i], ins.Refusal));
            }
        });

        // Neighbours in flight are neighbours in the store's index: a commit of many buckets then changes few of its pages.
        return Enumerable.Range(0, lines.Count).Where(i => buckets[i] != NoBucket).GroupBy(i => buckets[i], i => lines[i])
            .OrderBy(bucket => BucketJournal.PlaceOf(bucket.Key), StringComparer.Ordinal);
    }

    private async Task<EnrolmentTally> EnrolAsync(
        PeopleColumns columns, int bucket, PeopleLine[] lines, ConcurrentBag<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        var (accepted, people) = (new List<PeopleLine>(lines.Length), new List<EnrolPerson>(lines.Length));
        var tally = default(EnrolmentTally);
        foreach (var line in lines)
        {
            var sheet = columns.ReadSheet(line.Bytes.Span, informedAt, _today);
            if (sheet.Accepted)
            {
                accepted.Add(line);
                people.Add(new(BlindKey.Of(sheet.Value.Ins, secret.Span), SpaceId.Random(), sheet.Value));
            }
            else
            {
                tally += Reject(line, sheet.Refusal);
            }
        }

        var decisions = people.Count == 0 ? [] : await _writer.EnrolAsync(bucket, people, cancellationToken);
        for (var i = 0; i < decisions.Count; i++)
        {
            tally += decisions[i] switch
            {
                { Answer.Refusal: { } refusal } => Reject(accepted[i], refusal),
                { Events: [BucketEvent.Enrolled] } => new(1, 0, 0, 0),
                { Events: [BucketEvent.TraitsChanged] } => new(0, 1, 0, 0),
                _ => new(0, 0, 1, 0),
            };
        }

        return tally;

        EnrolmentTally Reject(PeopleLine line, Refusal reason)
        {
            rejected.Add(new(line, reason));
            return new(0, 0, 0, 1);
        }
    }
}
