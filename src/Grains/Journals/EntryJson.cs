using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Grains.Journals;

/// <summary>Body of a <c>CommandDone</c> entry: what was asked, as a digest, and what was answered.</summary>
internal sealed record CommandDone(string Digest, JsonText Result);

/// <summary>Body of an <c>Out</c> entry: the <paramref name="Sequence"/>-th thing for one target, a notice for a stream or an item for the due index.</summary>
internal sealed record OutEntry(OutboxTarget Target, long Sequence, Notice? Notice, DueItem? Due = null);

/// <summary>Body of an <c>OutDone</c> entry: the target has confirmed everything up to a number.</summary>
internal sealed record OutDoneEntry(OutboxTarget Target, long UpTo);

/// <summary>Body of an <c>In</c> entry: the <paramref name="Sequence"/>-th thing from one sender was taken in.</summary>
internal sealed record InEntry(string Sender, long Sequence);

/// <summary>Where an outbox sends to: a stream's namespace and key, or the due index.</summary>
internal sealed record OutboxTarget(string Namespace, string Key)
{
    /// <summary>The due index.</summary>
    public static OutboxTarget DueIndex { get; } = new("due", "index");
}

/// <summary>A snapshot: the grain's own state, and what its base keeps.</summary>
internal sealed record JournalSnapshot(JsonText State, List<DoneCommand> Done, List<OutboxMark> Outbox, List<InboxMark> Inbox);

/// <summary>A command carried out, in a snapshot.</summary>
internal sealed record DoneCommand(Guid Id, CommandDone Done);

/// <summary>An outbox in a snapshot.</summary>
internal sealed record OutboxMark(OutboxTarget Target, long Last, List<OutEntry> Open);

/// <summary>An inbox in a snapshot: everything up to <paramref name="Contiguous"/>, and <paramref name="Beyond"/>.</summary>
internal sealed record InboxMark(string Sender, long Contiguous, List<long> Beyond);

/// <summary>JSON of what the base of journaled grains keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CommandDone))]
[JsonSerializable(typeof(OutEntry))]
[JsonSerializable(typeof(OutDoneEntry))]
[JsonSerializable(typeof(InEntry))]
[JsonSerializable(typeof(JournalSnapshot))]
internal sealed partial class EntryJson : JsonSerializerContext;
