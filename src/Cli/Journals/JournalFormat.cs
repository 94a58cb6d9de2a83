using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Journals;

/// <summary>How a grain writes its journal.</summary>
/// <param name="Type">The encoding of its events.</param>
/// <param name="Empty">The state of a journal that nothing was written to.</param>
/// <param name="Apply">How a state takes in an event.</param>
internal sealed record JournalFormat<TState, TEvent>(JsonTypeInfo<TEvent> Type, Func<JournalId, TState> Empty, Action<TState, TEvent> Apply)
    where TEvent : class
{
    private const byte Schema = 1;

    /// <summary>The entry of what happened by the command <paramref name="commandId"/>.</summary>
    public NewEntry Entry(Guid commandId, TEvent happened) => new(
        EntryKind.Event, KeyClass.Data, Schema, commandId, JsonSerializer.SerializeToUtf8Bytes(happened, Type));

    /// <summary>Takes <paramref name="entry"/> into <paramref name="state"/>; entries that are no event are the grain's own marks.</summary>
    public void Replay(JournalEntry entry, TState state)
    {
        if (entry is { Kind: EntryKind.Event, Erased: false })
        {
            Apply(state, JsonSerializer.Deserialize(entry.Body.Span, Type)!);
        }
    }
}
