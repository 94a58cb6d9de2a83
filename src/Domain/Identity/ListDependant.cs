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
    /// <summary>The rule; the answer is where the listing must be passed on to.</summary>
    public static Decision<BucketEvent, CardHolder> Decide(IdentityBucket bucket, ListDependant command)
    {
        var holder = new CardHolder(bucket.ReplacementOf(command.Holder));
        return bucket.DependantsOf(command.Holder).Contains(command.Dependant)
            ? holder
            : new Decision<BucketEvent, CardHolder>([new BucketEvent.DependantListed(command.Holder, command.Dependant)], holder, []);
    }
}

/// <summary>Whose card somebody was listed on.</summary>
/// <param name="Now">The number that has replaced the holder's, under which the dependant must be listed as well; none where it stands.</param>
public sealed record CardHolder(BlindKey? Now);
