using System.Collections.Concurrent;
using System.Security.Cryptography;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>Keys in memory, unwrapped, for tests and simulations. Safe to call from many threads.</summary>
public sealed class SimulatedSpaceKeys : ISpaceKeys
{
    private readonly ConcurrentDictionary<JournalId, SpaceKeySet> _keys = new();

    /// <inheritdoc/>
    public Task<SpaceKeySet?> FindAsync(JournalId journal, CancellationToken cancellationToken) => Task.FromResult(_keys.GetValueOrDefault(journal));

    /// <inheritdoc/>
    public Task<SpaceKeySet> CreateAsync(JournalId journal, CancellationToken cancellationToken) =>
        Task.FromResult(_keys.GetOrAdd(journal, _ => new(NewKey(), NewKey(), NewKey())));

    /// <inheritdoc/>
    public Task EraseContentAsync(JournalId journal, CancellationToken cancellationToken)
    {
        if (_keys.TryGetValue(journal, out var keys))
        {
            _keys[journal] = keys with { Data = null, Message = null };
        }

        return Task.CompletedTask;
    }

    private static ReadOnlyMemory<byte> NewKey() => RandomNumberGenerator.GetBytes(32);
}
