using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Keys;

/// <summary>The keys of each journal, wrapped by its shard's key in the blob <c>k</c> (storage design, section 6).</summary>
public interface ISpaceKeys
{
    /// <summary>The keys of <paramref name="journal"/>; <see langword="null"/> where it was never written.</summary>
    Task<SpaceKeySet?> FindAsync(JournalId journal, CancellationToken cancellationToken);

    /// <summary>Makes the keys of <paramref name="journal"/>, or adopts those that another writer made meanwhile.</summary>
    Task<SpaceKeySet> CreateAsync(JournalId journal, CancellationToken cancellationToken);

    /// <summary>Destroys the data and message keys: what they protect is erased, the trace and the chain remain.</summary>
    Task EraseContentAsync(JournalId journal, CancellationToken cancellationToken);

    /// <summary>Destroys every key: the trace is erased too, the chain remains. That there were keys is remembered, so that none are made again.</summary>
    Task EraseAllAsync(JournalId journal, CancellationToken cancellationToken);
}

/// <summary>The keys of one journal, 256 bits each. A destroyed key is <see langword="null"/>.</summary>
/// <param name="Data">Protects entries of class data, and documents.</param>
/// <param name="Trace">Protects entries of class trace and technical.</param>
/// <param name="Message">Protects entries of class message.</param>
public sealed record SpaceKeySet(ReadOnlyMemory<byte>? Data, ReadOnlyMemory<byte>? Trace, ReadOnlyMemory<byte>? Message)
{
    /// <summary>The key of <paramref name="keyClass"/>; <see langword="null"/> once destroyed.</summary>
    public ReadOnlyMemory<byte>? Of(KeyClass keyClass) => keyClass switch
    {
        KeyClass.Data => Data,
        KeyClass.Message => Message,
        KeyClass.Trace or KeyClass.Technical => Trace,
        _ => throw new ArgumentOutOfRangeException(nameof(keyClass), keyClass, "No such key class."),
    };
}
