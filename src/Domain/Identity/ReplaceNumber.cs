using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Identity;

/// <summary>
/// A person's number is replaced by another (a waiting number by the permanent one, INS guide). Sent to the bucket of the former number once the
/// person is enrolled under the new one, in the same space: a crash in between leaves two numbers that lead to one space, never none.
/// </summary>
/// <param name="Key">The former number.</param>
/// <param name="By">The number from now on.</param>
public sealed record ReplaceNumber(BlindKey Key, BlindKey By)
{
    /// <summary>
    /// Asked before the person is enrolled under the new number: the space that the former one leads to, which must stay theirs; none where nobody is
    /// enrolled under it, or it is replaced already. Refused where another number has replaced it.
    /// </summary>
    public static Outcome<FormerSpace> Ask(IdentityBucket bucket, ReplaceNumber command) =>
        command.Key == command.By || (bucket.ReplacementOf(command.Key) is { } by && by != command.By) ? IdentityRefusals.NumberReplaced
        : bucket.TryFind(command.Key, out var known) ? new FormerSpace(known.Space)
        : new FormerSpace(null);

    /// <summary>The rule; the answer is who was listed on the card of the former number, to be listed under the new one.</summary>
    public static Decision<BucketEvent, ValueList<BlindKey>> Decide(IdentityBucket bucket, ReplaceNumber command)
    {
        if (command.Key == command.By)
        {
            return IdentityRefusals.NumberReplaced;
        }

        var dependants = bucket.DependantsOf(command.Key);
        return bucket.ReplacementOf(command.Key) is { } already
            ? already == command.By ? dependants : IdentityRefusals.NumberReplaced
            : new Decision<BucketEvent, ValueList<BlindKey>>([new BucketEvent.NumberReplaced(command.Key, command.By)], dependants, []);
    }
}

/// <summary>Where a former number leads.</summary>
/// <param name="Space">The space; <see langword="null"/> where it leads nowhere by itself.</param>
public sealed record FormerSpace(SpaceId? Space);
