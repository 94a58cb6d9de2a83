using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Identity;

/// <summary>The insurer's feed names a person: new, or known with other traits.</summary>
/// <param name="Key">What the person is filed under.</param>
/// <param name="Space">The identity their space gets if they are new.</param>
/// <param name="Sheet">What the feed says.</param>
/// <param name="Same">
/// The space of the number that this one replaces, where the feed names one: a person known under both has two spaces, which the feed does not settle.
/// </param>
public sealed record EnrolPerson(BlindKey Key, SpaceId Space, HolderSheet Sheet, SpaceId? Same = null)
{
    /// <summary>The rule.</summary>
    public static Decision<BucketEvent, EnrolledPerson> Decide(IdentityBucket bucket, EnrolPerson command)
    {
        if (bucket.ReplacementOf(command.Key) is not null)
        {
            return IdentityRefusals.NumberReplaced;
        }

        var space = command.Same ?? command.Space;
        if (!bucket.TryFind(command.Key, out var known))
        {
            return new([new BucketEvent.Enrolled(command.Key, space, command.Sheet)], new EnrolledPerson(space, command.Sheet), []);
        }

        // The matricule is bound to its strict traits: another birth date or sex is another person, or a mistake for people to sort out.
        if (known.Sheet.BirthDate != command.Sheet.BirthDate || known.Sheet.Sex != command.Sheet.Sex)
        {
            return IdentityRefusals.TraitsDiffer;
        }

        if (command.Same is { } same && same != known.Space)
        {
            return IdentityRefusals.TwoSpaces;
        }

        // What a feed does not say, it does not take back: the letter, whose card the person is on, a death.
        var sheet = command.Sheet with
        {
            InformedAt = command.Sheet.InformedAt ?? known.Sheet.InformedAt,
            AttachedTo = command.Sheet.AttachedTo ?? known.Sheet.AttachedTo,
            DiedOn = command.Sheet.DiedOn ?? known.Sheet.DiedOn,
        };
        return sheet == known.Sheet
            ? known
            : new Decision<BucketEvent, EnrolledPerson>([new BucketEvent.TraitsChanged(command.Key, sheet)], known with { Sheet = sheet }, []);
    }
}
