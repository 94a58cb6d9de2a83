using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>Keys at the other end of an unreliable wire.</summary>
public sealed class FaultySpaceKeys(ISpaceKeys inner, UnreliableWire wire) : ISpaceKeys
{
    /// <inheritdoc/>
    public Task<SpaceKeySet?> FindAsync(JournalId journal, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.FindAsync(journal, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task<SpaceKeySet> CreateAsync(JournalId journal, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.CreateAsync(journal, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task EraseContentAsync(JournalId journal, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.EraseContentAsync(journal, CancellationToken.None), cancellationToken);
}
