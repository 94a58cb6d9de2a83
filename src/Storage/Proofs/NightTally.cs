using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>What became of a shard.</summary>
/// <param name="Journals">Journals whose heads were signed.</param>
/// <param name="Faults">Journals that cannot be right, and keep their last proof.</param>
public sealed record SignedShard(int Journals, IReadOnlyList<NightFault> Faults);

/// <summary>What a night has counted.</summary>
/// <param name="Shards">Shards signed.</param>
/// <param name="Journals">Journals whose heads were signed.</param>
/// <param name="Faults">Journals that cannot be right.</param>
public readonly record struct NightTally(int Shards, long Journals, long Faults);

/// <summary>A journal that cannot be right and was not signed.</summary>
/// <param name="Journal">The digest of its identity.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Position">Where in the segment.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record NightFault(ChainValue Journal, int Segment, long Position, string Reason);
