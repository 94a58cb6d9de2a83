using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>Keeps the space's copy of the holder's traits in step with the insurer's file, at the next command that writes.</summary>
internal static class HolderFile
{
    /// <summary>The event that takes <paramref name="sheet"/> in; none where the space knows it already.</summary>
    public static SpaceEvent[] Recorded(Space space, HolderSheet sheet) =>
        space.Holder == sheet ? [] : [new SpaceEvent.HolderRecorded(sheet)];

    /// <summary>The space as the rules must see it: where nothing was ever written, the insurer's file alone tells whose it is.</summary>
    public static Space Known(Space space, HolderSheet sheet)
    {
        if (space.Holder is not null)
        {
            return space;
        }

        var known = new Space(space.Id);
        known.Apply(new SpaceEvent.HolderRecorded(sheet));
        return known;
    }
}
