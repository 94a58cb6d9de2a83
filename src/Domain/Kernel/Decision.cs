using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Kernel;

/// <summary>
/// What a rule decided: the events that happen, what the caller is answered, and whom to tell.
/// A refusal may come with events: a refused access leaves a trace.
/// </summary>
/// <typeparam name="TEvent">The family of events.</typeparam>
/// <typeparam name="TAnswer">What the caller is answered.</typeparam>
/// <param name="Events">In order; none where nothing changes.</param>
/// <param name="Answer">Given once the events are durable.</param>
/// <param name="Notices">Sent once the events are durable.</param>
public sealed record Decision<TEvent, TAnswer>(IReadOnlyList<TEvent> Events, Outcome<TAnswer> Answer, IReadOnlyList<Notice> Notices)
{
    /// <summary>What to be woken for: durable with the events, like them all or none.</summary>
    public IReadOnlyList<DueItem> Due { get; init; } = [];

    /// <summary>What others are told once the events are durable: those who act for the holder, or are invited to.</summary>
    public IReadOnlyList<NoticeElsewhere> Elsewhere { get; init; } = [];

    /// <summary>Nothing happens; this is the answer.</summary>
    public static implicit operator Decision<TEvent, TAnswer>(TAnswer answer) => new([], answer, []);

    /// <summary>Nothing happens; this is the refusal.</summary>
    public static implicit operator Decision<TEvent, TAnswer>(Refusal refusal) => new([], refusal, []);
}
