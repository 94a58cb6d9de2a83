using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Grains.Exports;

/// <summary>An export as who asked for it sees it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="State">Where it is.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Progress">How much of the archive is made, 0 to 100; begins again with the making.</param>
/// <param name="ReadyAt">When it was made.</param>
/// <param name="ExpiresAt">When it goes.</param>
/// <param name="Length">Bytes of the archive, once it is made.</param>
public sealed record ToldExport(
    Guid Id, ExportState State, DateTimeOffset RequestedAt, int Progress, DateTimeOffset? ReadyAt, DateTimeOffset ExpiresAt, long? Length);

/// <summary>The exports of somebody, the latest first.</summary>
public sealed record ToldExports(ValueList<ToldExport> Exports);
