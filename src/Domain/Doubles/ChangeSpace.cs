using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Doubles;

/// <summary>The person of a number had two spaces, and the one that stays is not the one that the number led to.</summary>
/// <param name="Key">The number that is kept.</param>
/// <param name="Space">The space that stays.</param>
public sealed record ChangeSpace(BlindKey Key, SpaceId Space)
{
    /// <summary>The rule.</summary>
    public static Decision<BucketEvent, EnrolledPerson> Decide(IdentityBucket bucket, ChangeSpace command)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        ArgumentNullException.ThrowIfNull(command);
        return !bucket.TryFind(command.Key, out var person) ? IdentityRefusals.PersonUnknown
            : person.Space == command.Space ? person
            : new Decision<BucketEvent, EnrolledPerson>(
                [new BucketEvent.SpaceChanged(command.Key, command.Space)], person with { Space = command.Space }, []);
    }
}
