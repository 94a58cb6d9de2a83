using System.Text.Json;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Torture.Check;

/// <summary>What stands in the store, read from its bytes alone.</summary>
/// <param name="Journals">Every journal.</param>
/// <param name="Contents">SHA-256 of each content, decrypted, by its place in the vault; <see langword="null"/> where it cannot be read.</param>
/// <param name="Orphans">How many contents no journal names: the price of a death between vault and journal, and of each repetition.</param>
/// <param name="Leaks">Secrets found in the clear, with the file they stand in.</param>
internal sealed record Evidence(
    IReadOnlyList<StandingJournal> Journals, IReadOnlyDictionary<string, string?> Contents, int Orphans, IReadOnlyList<string> Leaks)
{
    /// <summary>The journal <paramref name="id"/>, empty if it was never written.</summary>
    public StandingJournal Of(JournalId id) => Journals.FirstOrDefault(journal => journal.Id == id) ?? new(id, [], [], null);

    /// <summary>Every entry that stands.</summary>
    public int Entries => Journals.Sum(journal => journal.Entries.Count);
}

/// <summary>A journal.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Blocks">Which activation wrote each block, in order.</param>
/// <param name="Entries">The entries, in the order they stand in.</param>
/// <param name="Fault">What the verifier of chains found wrong.</param>
internal sealed record StandingJournal(JournalId Id, IReadOnlyList<Guid> Blocks, IReadOnlyList<StandingEntry> Entries, string? Fault)
{
    /// <summary>The events of a name, the oldest first.</summary>
    public IEnumerable<StandingEntry> Events(string name) => Entries.Where(entry => entry.IsEvent(name));

    /// <summary>The documents, the oldest first.</summary>
    public IEnumerable<StandingDocument> Documents() => Events("document-deposited").Select(entry => StandingDocument.Of(this, entry));
}

/// <summary>An entry.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Block">Which block of the journal it stands in, from 0.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Command">The command that caused it.</param>
/// <param name="Body">Its body; undefined in a journal that does not verify.</param>
internal sealed record StandingEntry(long Sequence, int Block, DateTimeOffset Time, EntryKind Kind, Guid Command, JsonElement Body)
{
    /// <summary>Whether it is the event <paramref name="name"/>.</summary>
    public bool IsEvent(string name) =>
        this is { Kind: EntryKind.Event, Body.ValueKind: JsonValueKind.Object }
        && Body.TryGetProperty("event", out var found) && found.ValueEquals(name);
}
