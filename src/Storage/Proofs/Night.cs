using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>What the platform signed one night for one shard: the heads of the journals that had grown since they were last signed.</summary>
/// <param name="Shard">The shard, 0 to 4,095.</param>
/// <param name="Date">The night, as the date in Paris when it ends.</param>
/// <param name="Root">The root of the tree over <paramref name="Leaves"/>.</param>
/// <param name="Previous">The root of the shard's night before; zeros for the first: no night can be taken out unseen.</param>
/// <param name="Key">The public key, in hexadecimal.</param>
/// <param name="Signature">The signature, in hexadecimal.</param>
/// <param name="Leaves">The heads, in the order of their journals.</param>
internal sealed record Night(
    int Shard, DateOnly Date, ChainValue Root, ChainValue Previous, string Key, string Signature, IReadOnlyList<NightLeaf> Leaves)
{
    /// <summary>What leads from the leaf <paramref name="index"/> to the root.</summary>
    public IEnumerable<ChainValue> PathOf(int index) => MerkleTree.Path(Leaves.Select(leaf => leaf.Digest).ToArray(), index);
}

/// <summary>The end of a journal some night. Journal, sequence and chain are signed; the rest is where the next night reads on.</summary>
/// <param name="Journal">The digest of the journal's identity: its chain before the first entry.</param>
/// <param name="Sequence">The last entry.</param>
/// <param name="Chain">The chain value after it.</param>
/// <param name="Segment">The segment of the last block.</param>
/// <param name="Position">The bytes of that segment.</param>
/// <param name="Blocks">The blocks of that segment.</param>
/// <param name="Rolled">The last block closed its segment.</param>
/// <param name="Time">When the last entry was written, in ticks of 100 ns, UTC.</param>
internal sealed record NightLeaf(ChainValue Journal, long Sequence, ChainValue Chain, int Segment, long Position, int Blocks, bool Rolled, long Time)
{
    /// <summary>The leaf of the tree.</summary>
    public ChainValue Digest => MerkleTree.Leaf(Journal, new(Sequence, Chain));

    /// <summary>Where the journal goes on.</summary>
    public JournalPoint Point() => new(Segment, Position, Blocks, Rolled, Sequence, Time, Chain);

    /// <summary>The end of <paramref name="journal"/> at <paramref name="point"/>.</summary>
    public static NightLeaf Of(ChainValue journal, JournalPoint point) =>
        new(journal, point.Sequence, point.Chain, point.Segment, point.Position, point.Blocks, point.Rolled, point.Time);
}
