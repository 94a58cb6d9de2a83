using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Limits;

/// <summary>What happens at the door, seen from one source. Journaled: a restart gives nobody new tries.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Tried), "tried")]
[JsonDerivedType(typeof(TriesGivenBack), "tries-given-back")]
public abstract record TryEvent
{
    private TryEvent()
    {
    }

    /// <summary>Somebody is about to try: counted as lost until it opens something.</summary>
    public sealed record Tried(DateTimeOffset At) : TryEvent;

    /// <summary>The last tries opened something: they were not lost.</summary>
    public sealed record TriesGivenBack(int Count) : TryEvent;
}

/// <summary>
/// The tries that one source has lost within a day. A try counts before anything is checked, so that an answer that never came is counted too;
/// one that is refused here costs no append: the counter protects as it stands.
/// </summary>
public sealed class SourceTries
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly List<DateTimeOffset> _lost = [];

    /// <summary>The lost tries that still matter, oldest first, for a snapshot.</summary>
    public ValueList<DateTimeOffset> Lost => _lost.ToValueList();

    /// <summary>May somebody try at <paramref name="at"/>? Counts it if so.</summary>
    /// <param name="limits">How many tries a source may lose.</param>
    /// <param name="pressed">Whether the platform as a whole is under attack.</param>
    /// <param name="at">Now.</param>
    public Decision<TryEvent, Done> Enter(TryLimits limits, bool pressed, DateTimeOffset at) =>
        CountSince(at - Hour) >= (pressed ? limits.UnderPressure : limits.InAnHour) || CountSince(at - Day) >= limits.InADay
            ? LimitRefusals.TooManyTries
            : new Decision<TryEvent, Done>([new TryEvent.Tried(at)], Done.Answer, []);

    /// <summary>The last <paramref name="count"/> tries opened something.</summary>
    public Decision<TryEvent, Done> GiveBack(int count) => _lost.Count == 0 ? Done.Answer
        : new Decision<TryEvent, Done>([new TryEvent.TriesGivenBack(Math.Min(count, _lost.Count))], Done.Answer, []);

    /// <summary>Takes in an event.</summary>
    public void Apply(TryEvent happened)
    {
        switch (happened)
        {
            case TryEvent.Tried tried:
                _lost.RemoveAll(lost => lost <= tried.At - Day);
                _lost.Add(tried.At);
                break;
            case TryEvent.TriesGivenBack given:
                _lost.RemoveRange(_lost.Count - given.Count, given.Count);
                break;
            default:
                throw new InvalidOperationException($"A source does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(ValueList<DateTimeOffset> lost) => _lost.AddRange(lost);

    private int CountSince(DateTimeOffset since) => _lost.Count(lost => lost > since);
}
