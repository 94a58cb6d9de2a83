using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Storage.Tests.Proofs;

public sealed class MerkleTreeTests
{
    private static readonly ChainValue[] Leaves =
        [.. Enumerable.Range(0, 40).Select(number => MerkleTree.Leaf(ChainValue.Start(JournalId.Of("test", $"{number}")), new(number, default)))];

    [Fact]
    public void Every_path_leads_to_the_root_whatever_the_number_of_leaves()
    {
        for (var count = 1; count <= Leaves.Length; count++)
        {
            var leaves = Leaves[..count];
            for (var index = 0; index < count; index++)
            {
                Assert.Equal(MerkleTree.Root(leaves), Climb(leaves[index], index, count, MerkleTree.Path(leaves, index)));
            }
        }
    }

    [Fact]
    public void The_root_tells_every_leaf_and_its_place()
    {
        var swapped = Leaves.ToArray();
        (swapped[3], swapped[4]) = (swapped[4], swapped[3]);

        Assert.NotEqual(MerkleTree.Root(Leaves), MerkleTree.Root(swapped));
        Assert.NotEqual(MerkleTree.Root(Leaves), MerkleTree.Root(Leaves.AsSpan(0, 39)));
        Assert.NotEqual(MerkleTree.Root(Leaves.AsSpan(0, 3)), MerkleTree.Root([.. Leaves[..3], Leaves[2]]));
    }

    [Fact]
    public void A_path_is_no_longer_than_the_tree_is_high() =>
        Assert.All(Enumerable.Range(0, 40), index => Assert.InRange(MerkleTree.Path(Leaves, index).Count(), 3, 6));

    /// <summary>Up the tree by its shape alone: the left part holds the largest power of two below the number of leaves.</summary>
    private static ChainValue Climb(ChainValue leaf, int index, int count, IEnumerable<ChainValue> path)
    {
        if (count == 1)
        {
            Assert.Empty(path);
            return leaf;
        }

        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        var (below, beside) = (path.SkipLast(1), path.Last());
        return index < left
            ? Node(Climb(leaf, index, left, below), beside)
            : Node(beside, Climb(leaf, index - left, count - left, below));
    }

    private static ChainValue Node(ChainValue left, ChainValue right)
    {
        var bytes = new byte[65];
        bytes[0] = 1;
        left.Write(bytes.AsSpan(1));
        right.Write(bytes.AsSpan(33));
        return ChainValue.Read(System.Security.Cryptography.SHA256.HashData(bytes));
    }
}
