using System.Globalization;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Campaigns;

/// <summary>
/// The information campaign: everybody enrolled who was not informed gets a provisional code, by mail or by letter. A batch is written, then promised,
/// then journaled, and only then leaves: a process that ends anywhere leaves nobody out and writes to nobody twice.
/// </summary>
/// <param name="blobs">Where the journals are.</param>
/// <param name="journals">The journals of buckets and guards.</param>
/// <param name="due">Where the platform finds that the six weeks are over.</param>
/// <param name="places">Where files go.</param>
/// <param name="time">When letters leave.</param>
internal sealed class Campaign(IBlobStore blobs, IJournalStore journals, DueIndex due, CampaignPlaces places, TimeProvider time)
{
    private readonly RuleWriter<IdentityBucket, BucketEvent> _buckets = new(journals, JournalFormats.Identity);
    private readonly RuleWriter<LoginGuard, GuardEvent> _guards = new(journals, JournalFormats.Guard);

    /// <summary>What has left so far.</summary>
    public CampaignTally Tally { get; private set; }

    /// <summary>Finishes what an earlier run has promised, then informs at most <paramref name="most"/> people, in batches of <paramref name="batchSize"/>.</summary>
    public async Task RunAsync(int batchSize, long most, CancellationToken cancellationToken)
    {
        await FinishAsync();
        var batch = new List<Recipient>();
        await foreach (var recipient in new Recipients(blobs, _buckets, time).ListAsync(cancellationToken))
        {
            if (recipient.IsUnreachable)
            {
                Tally = Tally with { Unreachable = Tally.Unreachable + 1 };
                continue;
            }

            batch.Add(recipient);
            if (Tally.Informed + batch.Count >= most)
            {
                break;
            }

            if (batch.Count == batchSize)
            {
                await SendAsync(batch);
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            await SendAsync(batch);
        }
    }

    private async Task FinishAsync()
    {
        foreach (var folder in BatchFolder.Under(places.Work))
        {
            if (folder.Find() is { } batch)
            {
                await ReleaseAsync(folder, batch);
            }
            else
            {
                folder.Delete();
            }
        }
    }

    private async Task SendAsync(List<Recipient> recipients)
    {
        var at = time.GetUtcNow();
        var folder = new BatchFolder(Path.Combine(places.Work, string.Create(CultureInfo.InvariantCulture, $"{at:yyyyMMdd'T'HHmmssfffffff}-{Guid.NewGuid():N}")));
        BatchPreparation.Write(folder, recipients, places.Site, at);
        await ReleaseAsync(folder, folder.Find()!);
    }

    private async Task ReleaseAsync(BatchFolder folder, CampaignBatch batch)
    {
        foreach (var bucket in batch.Sendings.GroupBy(sending => sending.Key.Bucket))
        {
            await InformAsync(bucket.Key, [.. bucket], batch.At);
        }

        places.Release(folder);
        var mails = batch.Sendings.Count(sending => sending.ByMail);
        Tally = Tally with { Informed = Tally.Informed + batch.Sendings.Count, Mails = Tally.Mails + mails, Letters = Tally.Letters + batch.Sendings.Count - mails };
    }

    /// <summary>The code, then the night that ends the six weeks, then the sheet: who is informed by this batch has the two others.</summary>
    private async Task InformAsync(int number, List<CampaignSending> sendings, DateTimeOffset at)
    {
        var bucket = await _buckets.ReadAsync(JournalFormats.IdentityOf(number), CancellationToken.None);
        var left = sendings.FindAll(sending => bucket.TryFind(sending.Key, out var person) && person.Sheet.InformedAt != at);
        if (left.Count == 0)
        {
            return;
        }

        await _guards.WriteAsync(
            JournalFormats.GuardOf(number),
            left.ConvertAll<Func<LoginGuard, Decision<GuardEvent, Done>>>(sending => guard => IssueCode.Decide(guard, new(sending.Key, sending.Secret), at)),
            CancellationToken.None);
        await due.AppendAsync([.. left.Select(sending => Opening(sending.Space, at))], CancellationToken.None);
        await _buckets.WriteAsync(
            JournalFormats.IdentityOf(number),
            left.ConvertAll<Func<IdentityBucket, Decision<BucketEvent, EnrolledPerson>>>(sending => state => InformPerson.Decide(state, new(sending.Key, at))),
            CancellationToken.None);
    }

    private static DueEntry Opening(SpaceId space, DateTimeOffset informed) => DueEntry.OfSpace(
        space.Value, nameof(DueKind.SpaceOpens), Ids.Of(Guid.Parse(space.Value), nameof(DueKind.SpaceOpens)), NightAfter(informed + Space.OppositionWindow));

    /// <summary>The first three in the morning, Paris winter time, at or after <paramref name="moment"/>: people are told of an opening that has taken place, while nobody waits.</summary>
    private static DateTimeOffset NightAfter(DateTimeOffset moment)
    {
        var night = new DateTimeOffset(moment.UtcDateTime.Date, TimeSpan.Zero).AddHours(2);
        return night >= moment ? night : night.AddDays(1);
    }
}

/// <summary>What a campaign has done.</summary>
/// <param name="Informed">People.</param>
/// <param name="Mails">Of these, by mail.</param>
/// <param name="Letters">Of these, by letter.</param>
/// <param name="Unreachable">People whom nobody knows where to write to; they are not informed.</param>
internal readonly record struct CampaignTally(long Informed, long Mails, long Letters, long Unreachable);
