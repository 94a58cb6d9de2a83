using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Resources;

/// <summary>What became of all parts of a command.</summary>
internal sealed record Written(IReadOnlyList<ResourceChange> Changes, ResourceReceipts Receipts);
