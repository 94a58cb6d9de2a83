using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Keys;

/// <summary>The stored keys of a journal do not open: they are damaged, belong elsewhere, or the shard key is not the one that wrapped them.</summary>
/// <param name="journal">The journal.</param>
public sealed class KeysRefusedException(JournalId journal) : Exception($"The stored keys of journal {journal} do not open.")
{
    /// <summary>The journal.</summary>
    public JournalId Journal { get; } = journal;
}
