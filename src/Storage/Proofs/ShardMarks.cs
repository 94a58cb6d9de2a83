using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>For each journal of a shard the last night that signed it: what all the nights of the shard amount to, kept so as not to read them all.</summary>
internal sealed class ShardMarks
{
    private readonly Dictionary<ChainValue, Mark> _marks;

    /// <summary>Before the first night.</summary>
    public ShardMarks()
        : this(new(null, default, null, []))
    {
    }

    /// <summary>As they were kept.</summary>
    public ShardMarks(KeptMarks kept)
    {
        (UpTo, Root, Key, _marks) = (kept.UpTo, kept.Root, kept.Key, kept.Marks.ToDictionary(mark => mark.Leaf.Journal));
    }

    /// <summary>The last night; <see langword="null"/> before the first.</summary>
    public DateOnly? UpTo { get; private set; }

    /// <summary>Its root.</summary>
    public ChainValue Root { get; private set; }

    /// <summary>The key that signed it.</summary>
    public string? Key { get; private set; }

    /// <summary>The journals that were ever signed.</summary>
    public IEnumerable<ChainValue> Journals => _marks.Keys;

    /// <summary>The last night of <paramref name="journal"/>; <see langword="null"/> before its first.</summary>
    public Mark? Of(ChainValue journal) => _marks.GetValueOrDefault(journal);

    /// <summary>Takes in the next night.</summary>
    public void Apply(Night night)
    {
        (UpTo, Root, Key) = (night.Date, night.Root, night.Key);
        for (var index = 0; index < night.Leaves.Count; index++)
        {
            _marks[night.Leaves[index].Journal] = new(night.Date, index, night.Leaves[index]);
        }
    }

    /// <summary>What is to be kept.</summary>
    public KeptMarks Kept() => new(UpTo, Root, Key, [.. _marks.Values]);
}

/// <summary>Where a journal was last signed.</summary>
/// <param name="Night">The night.</param>
/// <param name="Index">Its place among the leaves of that night.</param>
/// <param name="Leaf">Its head then.</param>
internal sealed record Mark(DateOnly Night, int Index, NightLeaf Leaf);

/// <summary>The marks of a shard, as they are kept.</summary>
internal sealed record KeptMarks(DateOnly? UpTo, ChainValue Root, string? Key, IReadOnlyList<Mark> Marks);
