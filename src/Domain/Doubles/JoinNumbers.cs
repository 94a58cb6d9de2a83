using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Doubles;

/// <summary>Two numbers that the insurer says are one person's, and whether that can be.</summary>
/// <param name="Kept">The person under the number that is kept.</param>
/// <param name="Twin">The person under the number that is the double.</param>
public sealed record JoinNumbers(EnrolledPerson Kept, EnrolledPerson Twin)
{
    /// <summary>
    /// Which space stays and which goes. The one in use stays; if both are or neither is, that of the number kept. A choice once begun is kept, whatever
    /// has changed since.
    /// </summary>
    /// <param name="kept">How the space of the number kept is used.</param>
    /// <param name="twin">How the other is.</param>
    public Outcome<JoinedSpaces> Decide(SpaceUse kept, SpaceUse twin)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(twin);

        // Joining two people is the worst that an identity service can do: the strict traits (INS guide) must be the same, but for spelling.
        if (TraitsOf(Kept.Sheet) != TraitsOf(Twin.Sheet))
        {
            return IdentityRefusals.DoubleTraitsDiffer;
        }

        var (ofKept, ofTwin) = (new JoinedSpaces(Kept.Space, Twin.Space), new JoinedSpaces(Twin.Space, Kept.Space));
        return kept.Doubles.Contains(Twin.Space) ? ofKept
            : twin.Doubles.Contains(Kept.Space) ? ofTwin
            : twin.InUse && !kept.InUse ? ofTwin
            : ofKept;
    }

    private static (string BirthName, string FirstName, DateOnly BirthDate, Sex Sex, string BirthPlace) TraitsOf(HolderSheet sheet) =>
        (Folding.Fold(sheet.BirthName), Folding.Fold(sheet.FirstName), sheet.BirthDate, sheet.Sex, sheet.BirthPlace);
}

/// <summary>What becomes of the two spaces of a person.</summary>
/// <param name="Stays">The space from now on.</param>
/// <param name="Goes">The one that is closed.</param>
public sealed record JoinedSpaces(SpaceId Stays, SpaceId Goes);

/// <summary>How a space is used, as far as it decides which of two stays.</summary>
/// <param name="InUse">The holder has activated it, and it is not closed.</param>
/// <param name="Doubles">The spaces that it takes in, or has.</param>
public sealed record SpaceUse(bool InUse, ValueList<SpaceId> Doubles)
{
    /// <summary>The answer.</summary>
    public static Outcome<SpaceUse> Of(Space space, Act act) =>
        act.By is not Caller.Platform ? SpaceRefusals.OnlyTheInsurer
        : new SpaceUse(space.StatusAt(act.At) is SpaceStatus.Activated, [.. space.Doubles.Select(known => known.Space)]);
}
