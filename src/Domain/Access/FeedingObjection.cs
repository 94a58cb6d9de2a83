using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>
/// The holder does not want somebody to add to the record, and says why. Without a legitimate ground nobody can object to additions once
/// professionals are authorised (R. 1111-47): neither a block nor hiding stops a deposit.
/// </summary>
/// <param name="Subject">Whose additions.</param>
/// <param name="Ground">The legitimate ground, in the holder's words.</param>
/// <param name="Since">Since when.</param>
public sealed record FeedingObjection(AccessSubject Subject, string Ground, DateTimeOffset Since)
{
    /// <summary>The fewest characters of a ground, blanks around not counted: those of a short sentence.</summary>
    public const int ShortestGround = 15;
}

/// <summary>The holder objects to what somebody adds, on a legitimate ground (motif légitime, R. 1111-47).</summary>
/// <param name="Subject">Whose additions.</param>
/// <param name="Ground">Why.</param>
public sealed record ObjectToFeeding(AccessSubject Subject, string Ground)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, FeedingObjection> Decide(Space space, ObjectToFeeding command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        if (command.Ground.Trim().Length < FeedingObjection.ShortestGround)
        {
            return AccessRefusals.GroundMissing;
        }

        if (space.ObjectionTo(command.Subject) is { } standing && standing.Ground == command.Ground)
        {
            return standing;
        }

        var objection = new FeedingObjection(command.Subject, command.Ground, act.At);
        return new Decision<SpaceEvent, FeedingObjection>([new SpaceEvent.FeedingObjected(objection)], objection, []);
    }
}

/// <summary>The holder objects no longer.</summary>
/// <param name="Subject">To whose additions.</param>
public sealed record LiftFeedingObjection(AccessSubject Subject)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, LiftFeedingObjection command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        return space.ObjectionTo(command.Subject) is null
            ? AccessRefusals.ObjectionUnknown
            : new Decision<SpaceEvent, Done>([new SpaceEvent.FeedingObjectionLifted(command.Subject, act.At)], Done.Answer, []);
    }
}
