using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Identity;

/// <summary>What happens to the people of a bucket.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Enrolled), "person-enrolled")]
[JsonDerivedType(typeof(TraitsChanged), "traits-changed")]
public abstract record BucketEvent
{
    private BucketEvent()
    {
    }

    /// <summary>The insurer's feed brought a person in; their space is named, and costs nothing until it is first used.</summary>
    public sealed record Enrolled(BlindKey Key, SpaceId Space, HolderSheet Sheet) : BucketEvent;

    /// <summary>The insurer's feed changed a person's sheet.</summary>
    public sealed record TraitsChanged(BlindKey Key, HolderSheet Sheet) : BucketEvent;
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

    /// <summary>Everybody in it, as they would be enrolled today.</summary>
    public BucketEvent.Enrolled[] Snapshot() => [.. _people.Select(person => new BucketEvent.Enrolled(person.Key, person.Value.Space, person.Value.Sheet))];

    /// <summary>The person filed under <paramref name="key"/>.</summary>
    public bool TryFind(BlindKey key, [NotNullWhen(true)] out EnrolledPerson? person) => _people.TryGetValue(key, out person);

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
            default:
                throw new InvalidOperationException($"A bucket does not know the event {happened.GetType().Name}.");
        }
    }
}

/// <summary>The insurer's feed names a person: new, or known with other traits.</summary>
/// <param name="Key">What the person is filed under.</param>
/// <param name="Space">The identity their space gets if they are new.</param>
/// <param name="Sheet">What the feed says.</param>
public sealed record EnrolPerson(BlindKey Key, SpaceId Space, HolderSheet Sheet)
{
    /// <summary>The rule.</summary>
    public static Decision<BucketEvent, EnrolledPerson> Decide(IdentityBucket bucket, EnrolPerson command)
    {
        if (!bucket.TryFind(command.Key, out var known))
        {
            return new([new BucketEvent.Enrolled(command.Key, command.Space, command.Sheet)], new EnrolledPerson(command.Space, command.Sheet), []);
        }

        // The matricule is bound to its strict traits: another birth date or sex is another person, or a mistake for people to sort out.
        if (known.Sheet.BirthDate != command.Sheet.BirthDate || known.Sheet.Sex != command.Sheet.Sex)
        {
            return IdentityRefusals.TraitsDiffer;
        }

        // A feed that does not say when the letter was sent does not take the letter back.
        var sheet = command.Sheet with { InformedAt = command.Sheet.InformedAt ?? known.Sheet.InformedAt };
        return sheet == known.Sheet
            ? known
            : new Decision<BucketEvent, EnrolledPerson>([new BucketEvent.TraitsChanged(command.Key, sheet)], known with { Sheet = sheet }, []);
    }
}
