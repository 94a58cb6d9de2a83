using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Proof.Bench;

/// <summary>A night on which every journal of a large shard had grown: the longest path and the largest files.</summary>
internal static class CrowdedShard
{
    public static async Task SignAsync(IBlobStore blobs, IHeadSigner signer, IJournal journal, int neighbours)
    {
        var (shard, date) = (journal.Id.Shard, new DateOnly(2026, 1, 1));
        var leaves = Enumerable.Range(0, neighbours - 1).Select(_ => Leaf(Chance(), new(100, Chance())))
            .Append(Leaf(ChainValue.Start(journal.Id), journal.Head)).ToList();
        var root = MerkleTree.Root(leaves.Select(leaf => leaf.Digest).ToArray());
        var signature = await signer.SignAsync(Statements.Night(shard, date, leaves.Count, root, default), CancellationToken.None);
        var night = new Night(shard, date, root, default, Convert.ToHexStringLower(signer.PublicKey.Span), Convert.ToHexStringLower(signature.Span), leaves);

        var book = new NightBook(blobs);
        await book.WriteAsync(night, CancellationToken.None);
        var (marks, tag) = await book.MarksAsync(shard, CancellationToken.None);
        await book.KeepAsync(shard, marks, tag, CancellationToken.None);
    }

    private static NightLeaf Leaf(ChainValue journal, JournalHead head) => new(journal, head.Sequence, head.Chain, 1, 50_000, 100, false, 0);

    private static ChainValue Chance() => ChainValue.Read(RandomNumberGenerator.GetBytes(ChainValue.Length));
}
