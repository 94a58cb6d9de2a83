using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Identity;

/// <summary>What happens to the people of a bucket.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Enrolled), "person-enrolled")]
[JsonDerivedType(typeof(TraitsChanged), "traits-changed")]
[JsonDerivedType(typeof(DependantListed), "dependant-listed")]
[JsonDerivedType(typeof(NumberReplaced), "number-replaced")]
[JsonDerivedType(typeof(SpaceChanged), "space-changed")]
public abstract record BucketEvent
{
    private BucketEvent()
    {
    }

    /// <summary>The insurer's feed brought a person in; their space is named, and costs nothing until it is first used.</summary>
    public sealed record Enrolled(BlindKey Key, SpaceId Space, HolderSheet Sheet) : BucketEvent;

    /// <summary>The insurer's feed changed a person's sheet.</summary>
    public sealed record TraitsChanged(BlindKey Key, HolderSheet Sheet) : BucketEvent;

    /// <summary>Somebody was listed on the card of the holder of the number <paramref name="Holder"/>, who may be enrolled later.</summary>
    public sealed record DependantListed(BlindKey Holder, BlindKey Dependant) : BucketEvent;

    /// <summary>The person of this number has another from now on (NIA replaced by NIR); this one still leads to them.</summary>
    public sealed record NumberReplaced(BlindKey Key, BlindKey By) : BucketEvent;

    /// <summary>The person of this number had two spaces; the other one stays.</summary>
    public sealed record SpaceChanged(BlindKey Key, SpaceId Space) : BucketEvent;
}

/// <summary>A person as their bucket knows them.</summary>
/// <param name="Space">Their space.</param>
/// <param name="Sheet">Their sheet.</param>
public sealed record EnrolledPerson(SpaceId Space, HolderSheet Sheet);

/// <summary>About a thousandth of a percent of all people: which space belongs to which matricule, filed under blind keys.</summary>
public sealed class IdentityBucket
{
    /// <summary>The kind of the journals of buckets; the key is the number of the bucket. Known to the grain and to bulk enrolment.</summary>
    public const string JournalKind = "identity-bucket";

    private readonly Dictionary<BlindKey, EnrolledPerson> _people = [];
    private readonly Dictionary<BlindKey, BlindKey> _replacements = [];
    private readonly Dictionary<BlindKey, List<BlindKey>> _dependants = [];

    /// <summary>Everything it knows, as the events that would say it today.</summary>
    public BucketEvent[] Snapshot() =>
    [
        .. _people.Select(person => new BucketEvent.Enrolled(person.Key, person.Value.Space, person.Value.Sheet)),
        .. _dependants.SelectMany(card => card.Value.Select(dependant => new BucketEvent.DependantListed(card.Key, dependant))),
        .. _replacements.Select(number => new BucketEvent.NumberReplaced(number.Key, number.Value)),
    ];

    /// <summary>The person filed under <paramref name="key"/>; nobody under a number that was replaced.</summary>
    public bool TryFind(BlindKey key, [NotNullWhen(true)] out EnrolledPerson? person) => _people.TryGetValue(key, out person);

    /// <summary>The number that has replaced <paramref name="key"/>, if one has.</summary>
    public BlindKey? ReplacementOf(BlindKey key) => _replacements.TryGetValue(key, out var by) ? by : null;

    /// <summary>
    /// Who was ever listed on the card of <paramref name="holder"/>, in the order of the feed. An index that only grows: who is on the card today
    /// is said by <see cref="HolderSheet.AttachedTo"/> of each.
    /// </summary>
    public ValueList<BlindKey> DependantsOf(BlindKey holder) => _dependants.TryGetValue(holder, out var listed) ? [.. listed] : [];

    /// <summary>Takes in an event.</summary>
    public void Apply(BucketEvent happened)
    {
        switch (happened)
        {
            case BucketEvent.Enrolled enrolled:
                _people.Add(enrolled.Key, new(enrolled.Space, enrolled.Sheet));
                break;
            case BucketEvent.TraitsChanged changed:
                _people[changed.Key] = _people[changed.Key] with { Sheet = changed.Sheet };
                break;
            case BucketEvent.DependantListed listed:
                if (!_dependants.TryGetValue(listed.Holder, out var card))
                {
                    _dependants.Add(listed.Holder, card = []);
                }

                card.Add(listed.Dependant);
                break;
            case BucketEvent.NumberReplaced replaced:
                _people.Remove(replaced.Key);
                _replacements.Add(replaced.Key, replaced.By);
                break;
            case BucketEvent.SpaceChanged changed:
                _people[changed.Key] = _people[changed.Key] with { Space = changed.Space };
                break;
            default:
                throw new InvalidOperationException($"A bucket does not know the event {happened.GetType().Name}.");
        }
    }
}
