using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>Keys that do not open are, for who reads a journal, one more way in which it cannot be read.</summary>
internal static class UsableKeys
{
    /// <summary>The keys of <paramref name="journal"/>; <see langword="null"/> where there are none.</summary>
    /// <exception cref="JournalCorruptedException">The stored keys do not open.</exception>
    public static async Task<SpaceKeySet?> FindUsableAsync(this ISpaceKeys keys, JournalId journal, CancellationToken cancellationToken)
    {
        try
        {
            return await keys.FindAsync(journal, cancellationToken);
        }
        catch (KeysRefusedException refused)
        {
            throw new JournalCorruptedException(journal, 1, 0, refused.Message);
        }
    }
}
