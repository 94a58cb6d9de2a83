using System.Runtime.CompilerServices;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Campaigns;

/// <summary>A person to be informed, and who is written to: themselves, or the parent on whose card a child is.</summary>
/// <param name="Key">What the person is filed under.</param>
/// <param name="Person">The person.</param>
/// <param name="Addressee">Who is written to.</param>
internal sealed record Recipient(BlindKey Key, EnrolledPerson Person, HolderSheet Addressee)
{
    /// <summary>
    /// Written to by mail. A child's letter is a letter wherever there is an address: a mail names nobody (security design, rule 31), and a parent of two
    /// could not tell whose code it brings.
    /// </summary>
    public bool ByMail => Addressee.Email is not null && (Person.Sheet == Addressee || Addressee.PostalAddress is null);

    /// <summary>Nobody knows where to write.</summary>
    public bool IsUnreachable => Addressee.Email is null && Addressee.PostalAddress is null;
}

/// <summary>Who was enrolled and not informed yet, bucket after bucket.</summary>
internal sealed class Recipients(IBlobStore blobs, RuleWriter<IdentityBucket, BucketEvent> buckets, TimeProvider time)
{
    // A waiting number, a permanent one, a corrected one.
    private const int MostReplacements = 8;

    /// <summary>Everybody who is to be informed, those that nobody knows where to write to among them.</summary>
    public async IAsyncEnumerable<Recipient> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var number in BucketsAsync(cancellationToken))
        {
            var bucket = await buckets.ReadAsync(JournalFormats.IdentityOf(number), cancellationToken);
            foreach (var enrolled in bucket.Snapshot().OfType<BucketEvent.Enrolled>())
            {
                if (enrolled.Sheet is { InformedAt: null, DiedOn: null })
                {
                    yield return new(enrolled.Key, new(enrolled.Space, enrolled.Sheet), await AddresseeOfAsync(enrolled.Sheet, cancellationToken));
                }
            }
        }
    }

    private async Task<HolderSheet> AddresseeOfAsync(HolderSheet sheet, CancellationToken cancellationToken)
    {
        foreach (var card in sheet.IsMinorAt(time.GetUtcNow()) ? sheet.AttachedTo ?? [] : [])
        {
            if (await FindAsync(card, cancellationToken) is { DiedOn: null } parent)
            {
                return parent;
            }
        }

        return sheet;
    }

    private async Task<HolderSheet?> FindAsync(BlindKey key, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostReplacements; i++)
        {
            var bucket = await buckets.ReadAsync(JournalFormats.IdentityOf(key.Bucket), cancellationToken);
            if (bucket.ReplacementOf(key) is not { } by)
            {
                return bucket.TryFind(key, out var person) ? person.Sheet : null;
            }

            key = by;
        }

        return null;
    }

    private async IAsyncEnumerable<int> BucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The name of a journal does not tell whose it is, but all the names there can be are known.
        var numbers = Enumerable.Range(0, BlindKey.Buckets).ToDictionary(JournalFormats.IdentityOf);
        await foreach (var segment in blobs.ListAsync(BlobContainer.Journals, "", cancellationToken))
        {
            // {shard}/{journal}/j/{segment}: each bucket is taken out at its first segment.
            if (numbers.Remove(JournalId.Parse(segment.Path.Split('/')[1]), out var number))
            {
                yield return number;
            }
        }
    }
}
