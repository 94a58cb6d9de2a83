using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>
/// Somebody is listed on a holder's card. Sent to the holder's bucket after the dependant's own sheet says so, whether the holder is enrolled yet
/// or not: lines of a feed come in any order.
/// </summary>
/// <param name="Holder">The number of the holder of the card.</param>
/// <param name="Dependant">The number of who is listed.</param>
public sealed record ListDependant(BlindKey Holder, BlindKey Dependant)
{
    /// <summary>The rule.</summary>
    public static Decision<BucketEvent, Done> Decide(IdentityBucket bucket, ListDependant command) =>
        bucket.DependantsOf(command.Holder).Contains(command.Dependant)
            ? Done.Answer
            : new Decision<BucketEvent, Done>([new BucketEvent.DependantListed(command.Holder, command.Dependant)], Done.Answer, []);
}
