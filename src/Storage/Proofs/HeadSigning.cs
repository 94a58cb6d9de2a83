using System.Globalization;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>
/// Signs, night after night and shard by shard, the heads of the journals that have grown (storage design, section 4.3): what was signed can
/// neither be rewritten nor cut off unseen, by the platform itself either. Journals that have not grown keep their last proof.
/// </summary>
/// <remarks>
/// What has grown is told by the listing of each shard; of a journal that has, only the bytes since its last night are read, and checked without keys.
/// One run at a time: of two, the second to reach a shard leaves it as the first wrote it.
/// </remarks>
/// <param name="blobs">Where the journals are, and the nights go.</param>
/// <param name="signer">The platform's signature.</param>
public sealed class HeadSigning(IBlobStore blobs, IHeadSigner signer)
{
    private const int Shards = 4_096;

    private readonly NightBook _book = new(blobs);
    private readonly string _key = Convert.ToHexStringLower(signer.PublicKey.Span);

    /// <summary>Takes the night that ends on <paramref name="date"/> for one of the processes that could sign it; false where another has taken it.</summary>
    /// <remarks>Whoever took it and stopped half way leaves shards unsigned until the next night, or until an operator signs them.</remarks>
    public Task<bool> ClaimAsync(DateOnly date, CancellationToken cancellationToken) => blobs.CreateAppendBlobAsync(
        new(BlobContainer.Heads, string.Create(CultureInfo.InvariantCulture, $"nights/{date:yyyy-MM-dd}")), cancellationToken);

    /// <summary>Signs every shard for the night that ends on <paramref name="date"/>; shards already signed that night are left as they are.</summary>
    /// <param name="date">The date in Paris.</param>
    /// <param name="faulty">Told of each journal that cannot be right and keeps its last proof; by one thread at a time.</param>
    /// <param name="cancellationToken">Ends the run between two shards.</param>
    /// <exception cref="StorageUnavailableException">The store is out of reach; the run can be given again.</exception>
    public async Task<NightTally> SignAsync(DateOnly date, Action<NightFault> faulty, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(faulty);
        var (gate, tally) = (new Lock(), default(NightTally));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, Shards, options, async (shard, stop) =>
        {
            var signed = await SignShardAsync(shard, date, stop);
            lock (gate)
            {
                tally = new(tally.Shards + (signed.Journals > 0 ? 1 : 0), tally.Journals + signed.Journals, tally.Faults + signed.Faults.Count);
                foreach (var fault in signed.Faults)
                {
                    faulty(fault);
                }
            }
        });
        return tally;
    }

    /// <summary>Signs <paramref name="shard"/> (0 to 4,095) for the night that ends on <paramref name="date"/>, if it is not signed yet and has grown.</summary>
    /// <exception cref="StorageUnavailableException">The store is out of reach; the call can be repeated.</exception>
    public async Task<SignedShard> SignShardAsync(int shard, DateOnly date, CancellationToken cancellationToken)
    {
        var (marks, tag) = await _book.MarksAsync(shard, cancellationToken);
        if (marks.UpTo >= date)
        {
            return new(0, []);
        }

        var (leaves, faults) = await ReadShardAsync(shard, marks, cancellationToken);
        if (leaves.Count == 0)
        {
            return new(0, faults);
        }

        var night = await SignAsync(shard, date, marks.Root, leaves, cancellationToken);
        if (!await _book.WriteAsync(night, cancellationToken))
        {
            return new(0, faults);
        }

        marks.Apply(night);
        await _book.KeepAsync(shard, marks, tag, cancellationToken);
        return new(leaves.Count, faults);
    }

    private async Task<(List<NightLeaf> Leaves, List<NightFault> Faults)> ReadShardAsync(int shard, ShardMarks marks, CancellationToken cancellationToken)
    {
        var (leaves, faults, missing) = (new List<NightLeaf>(), new List<NightFault>(), marks.Journals.ToHashSet());
        await foreach (var end in JournalEnds.ListAsync(blobs, shard, cancellationToken))
        {
            var journal = ChainValue.Start(end.Id);
            missing.Remove(journal);
            try
            {
                // Signed by a key that is no longer the platform's: signed again, grown or not.
                if (await GrownAsync(end, marks.Of(journal)?.Leaf, anew: marks.Key != _key, cancellationToken) is { } point)
                {
                    leaves.Add(NightLeaf.Of(journal, point));
                }
            }
            catch (JournalCorruptedException corrupted)
            {
                faults.Add(new(journal, corrupted.Segment, corrupted.Position, corrupted.Reason));
            }
        }

        faults.AddRange(missing.Select(journal => new NightFault(journal, 1, 0, "the journal was signed, and is gone")));
        return (leaves, faults);
    }

    /// <summary>Where a journal that is to be signed ends now; none where it ends as it did when it was signed last.</summary>
    private async Task<JournalPoint?> GrownAsync(JournalEnd end, NightLeaf? signed, bool anew, CancellationToken cancellationToken)
    {
        if (signed is not null && end.IsBefore(signed))
        {
            throw new JournalCorruptedException(end.Id, end.Segment, end.Length, "the journal is shorter than when it was signed");
        }

        if (signed is not null && end.Is(signed) && !anew)
        {
            return null;
        }

        var point = await ReadOnAsync(end.Id, signed?.Point() ?? JournalPoint.Start(end.Id), cancellationToken);
        return point.Sequence > (anew ? 0 : signed?.Sequence ?? 0) ? point : null;
    }

    private async Task<JournalPoint> ReadOnAsync(JournalId journal, JournalPoint from, CancellationToken cancellationToken)
    {
        var blocks = new BlockReader(journal, from, cipher: null);
        await foreach (var _ in new JournalWalker(blobs, journal, blocks).WalkAsync(new(blobs, journal, from.Segment), replay: null, cancellationToken))
        {
            // The reader keeps where it stands.
        }

        return blocks.At;
    }

    private async Task<Night> SignAsync(
        int shard, DateOnly date, ChainValue previous, List<NightLeaf> leaves, CancellationToken cancellationToken)
    {
        leaves.Sort((one, other) => string.CompareOrdinal(one.Journal.ToString(), other.Journal.ToString()));
        var root = MerkleTree.Root(leaves.Select(leaf => leaf.Digest).ToArray());
        var signature = await signer.SignAsync(Statements.Night(shard, date, leaves.Count, root, previous), cancellationToken);
        return new(shard, date, root, previous, _key, Convert.ToHexStringLower(signature.Span), leaves);
    }
}
