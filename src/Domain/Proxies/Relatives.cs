using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>What happens to a person's list of spaces.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Met), "relative-met")]
[JsonDerivedType(typeof(Parted), "relative-parted")]
public abstract record RelativesEvent
{
    private RelativesEvent()
    {
    }

    /// <summary>A space told the person something: that they are invited there, act there, or do so no longer.</summary>
    public sealed record Met(SpaceId Space) : RelativesEvent;

    /// <summary>The space, asked, has said that the person is nothing there.</summary>
    public sealed record Parted(SpaceId Space) : RelativesEvent;
}

/// <summary>
/// The spaces that a person may be something in: a mirror, fed by what those spaces send. What they are there is asked of each space, every time.
/// </summary>
public sealed class Relatives
{
    /// <summary>How many people a carer helps at most (portal design).</summary>
    public const int MostHelped = 5;

    /// <summary>How many spaces are remembered; an invitation beyond these pushes out the oldest.</summary>
    public const int Most = 50;

    private readonly List<SpaceId> _spaces = [];

    /// <summary>The spaces, in the order in which they were met.</summary>
    public IReadOnlyList<SpaceId> Spaces => _spaces;

    /// <summary>What <paramref name="space"/> has told; nothing new where it is known.</summary>
    public IReadOnlyList<RelativesEvent> Meet(SpaceId space) => _spaces.Contains(space) ? [] : [new RelativesEvent.Met(space)];

    /// <summary>Takes in an event.</summary>
    public void Apply(RelativesEvent happened)
    {
        switch (happened)
        {
            case RelativesEvent.Met met:
                _spaces.Add(met.Space);
                _spaces.RemoveRange(0, Math.Max(0, _spaces.Count - Most));
                break;
            case RelativesEvent.Parted parted:
                _spaces.Remove(parted.Space);
                break;
            default:
                throw new InvalidOperationException($"A list of relatives does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public RelativesSnapshot Snapshot() => new([.. _spaces]);

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(RelativesSnapshot snapshot) => _spaces.AddRange(snapshot.Spaces);
}

/// <summary>A list of relatives at one moment.</summary>
public sealed record RelativesSnapshot(ValueList<SpaceId> Spaces);
