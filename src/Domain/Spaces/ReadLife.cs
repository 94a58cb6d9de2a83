using System.Globalization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The holder, or who represents them, asks where the space is in its life, and for the receipts of what they decided of it. Tells no health data.</summary>
/// <param name="Status">Where it is.</param>
/// <param name="OpensAt">When it opens, or opened, by itself; <see langword="null"/> before the letter.</param>
/// <param name="Closure">When and why it was closed, while it is.</param>
/// <param name="DeletionAskedAt">When its deletion was asked for, while it is.</param>
/// <param name="ErasedFrom">When it is erased, as things stand.</param>
/// <param name="Suspension">Its suspension, while there is one.</param>
/// <param name="SilenceClosesAt">When silence closes the suspended space; <see langword="null"/> once the holder has objected.</param>
/// <param name="Receipts">What proves what was decided and still holds, the oldest first.</param>
public sealed record SpaceLife(
    SpaceStatus Status, DateTimeOffset? OpensAt, Closure? Closure, DateTimeOffset? DeletionAskedAt, DateTimeOffset? ErasedFrom,
    Suspension? Suspension, DateTimeOffset? SilenceClosesAt, ValueList<LifeReceipt> Receipts)
{
    /// <summary>The answer.</summary>
    public static Outcome<SpaceLife> Of(Space space, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        var (closure, suspension) = (space.ClosureAt(act.At), space.Ending.Suspension);
        return new SpaceLife(
            space.StatusAt(act.At), space.Holder?.InformedAt + Space.OppositionWindow, closure, space.Ending.DeletionAskedAt,
            space.ErasedFrom(act.At), suspension, suspension is { ObjectedAt: null } ? suspension.SilenceCloses : null, Proven(space, closure).ToValueList());
    }

    private static IEnumerable<LifeReceipt> Proven(Space space, Closure? closure)
    {
        (LifeDecision Decision, DateTimeOffset? At)[] decided =
        [
            (LifeDecision.Opposition, space.OpposedAt), (LifeDecision.SuspensionObjection, space.Ending.Suspension?.ObjectedAt),
            (LifeDecision.Closing, closure?.At), (LifeDecision.Deletion, space.Ending.DeletionAskedAt),
        ];
        return from one in decided where one.At is not null orderby one.At select LifeReceipt.Of(space.Id, one.Decision, one.At!.Value);
    }
}

/// <summary>What proves a decision on a space (récépissé): its number can be computed again by who holds the space, and by nobody else.</summary>
/// <param name="Number">Sixteen upper-case hexadecimal digits.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="At">When.</param>
public sealed record LifeReceipt(string Number, LifeDecision Decision, DateTimeOffset At)
{
    internal static LifeReceipt Of(SpaceId space, LifeDecision decision, DateTimeOffset at)
    {
        var digits = Ids.Of(Guid.ParseExact(space.Value, "N"), $"{decision} {at.UtcDateTime:O}").ToString("N", CultureInfo.InvariantCulture).ToUpperInvariant();

        // The digits that the form of an identity fixes are left out.
        return new(string.Concat(digits.AsSpan(0, 12), digits.AsSpan(28)), decision, at);
    }
}

/// <summary>What is decided on a space, and proven by a receipt.</summary>
public enum LifeDecision
{
    /// <summary>The person refuses a space (L. 1111-13-1).</summary>
    Opposition,

    /// <summary>The holder objects to the closing that follows a suspension (R. 1111-36).</summary>
    SuspensionObjection,

    /// <summary>The space is closed (R. 1111-36).</summary>
    Closing,

    /// <summary>The closed space is to be deleted (R. 1111-36).</summary>
    Deletion,
}
