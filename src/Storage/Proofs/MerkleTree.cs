using System.Buffers.Binary;
using System.Numerics;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>A tree of digests over heads of journals, shaped as in RFC 6962: one root stands for all, and a short path proves that a head is under it.</summary>
internal static class MerkleTree
{
    // Leaves and nodes are digested apart, so that no node can pass for a leaf.
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>The leaf of a head: SHA-256 of <c>0 · journal 32 · sequence u64 · chain 32</c>, little endian.</summary>
    public static ChainValue Leaf(ChainValue journal, JournalHead head)
    {
        Span<byte> bytes = stackalloc byte[1 + ChainValue.Length + 8 + ChainValue.Length];
        bytes[0] = LeafMark;
        journal.Write(bytes[1..]);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[33..], head.Sequence);
        head.Chain.Write(bytes[41..]);
        return ChainValue.Of(bytes);
    }

    /// <summary>The root over <paramref name="leaves"/>, one or more.</summary>
    public static ChainValue Root(ReadOnlySpan<ChainValue> leaves) => leaves.Length == 1
        ? leaves[0]
        : Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..]));

    /// <summary>What leads from the leaf <paramref name="index"/> to the root, from the bottom: at each level the digest beside.</summary>
    public static IEnumerable<ChainValue> Path(ReadOnlyMemory<ChainValue> leaves, int index)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var split = Split(leaves.Length);
        var (left, right) = (leaves[..split], leaves[split..]);
        return index < split ? Path(left, index).Append(Root(right.Span)) : Path(right, index - split).Append(Root(left.Span));
    }

    private static ChainValue Node(ChainValue left, ChainValue right)
    {
        Span<byte> bytes = stackalloc byte[1 + ChainValue.Length + ChainValue.Length];
        bytes[0] = NodeMark;
        left.Write(bytes[1..]);
        right.Write(bytes[33..]);
        return ChainValue.Of(bytes);
    }

    /// <summary>The largest power of two below <paramref name="count"/>: the left part is always full.</summary>
    private static int Split(int count) => 1 << BitOperations.Log2((uint)count - 1);
}
