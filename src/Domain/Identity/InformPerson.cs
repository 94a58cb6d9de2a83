using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>The information letter leaves for a person: the six weeks to object run from there (R. 1111-27).</summary>
/// <param name="Key">What the person is filed under.</param>
/// <param name="At">When it leaves.</param>
public sealed record InformPerson(BlindKey Key, DateTimeOffset At)
{
    /// <summary>The rule; the answer is the person, informed now or before.</summary>
    public static Decision<BucketEvent, EnrolledPerson> Decide(IdentityBucket bucket, InformPerson command)
    {
        if (!bucket.TryFind(command.Key, out var known))
        {
            return IdentityRefusals.PersonUnknown;
        }

        // The first letter counts: a second one takes no day from nobody's six weeks, nor gives any.
        var sheet = known.Sheet with { InformedAt = command.At };
        return known.Sheet.InformedAt is not null || known.Sheet.DiedOn is not null
            ? known
            : new Decision<BucketEvent, EnrolledPerson>([new BucketEvent.TraitsChanged(command.Key, sheet)], known with { Sheet = sheet }, []);
    }
}
