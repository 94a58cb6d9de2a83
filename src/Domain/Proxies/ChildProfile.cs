using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>Where the space of a child on somebody's card is, for who would represent them (lifecycle, section 3).</summary>
public enum ChildProfile
{
    /// <summary>Nobody represents the child yet: it can be activated.</summary>
    Addable,

    /// <summary>The asker represents the child.</summary>
    Yours,

    /// <summary>Somebody else represents the child: they may invite the asker.</summary>
    Represented,

    /// <summary>The letter has not been sent yet.</summary>
    Waiting,

    /// <summary>The space was objected to.</summary>
    Opposed,

    /// <summary>Closed, suspended, or erased.</summary>
    Closed,
}

/// <summary>Tells where the space of a child is.</summary>
public static class ChildProfiles
{
    /// <summary>Where <paramref name="space"/>, of the child that <paramref name="child"/> tells of, is for <paramref name="parent"/>.</summary>
    public static ChildProfile Of(Space space, HolderSheet child, SpaceId parent, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.IsRepresentedBy(parent, at) ? ChildProfile.Yours
            : space.Representations.Count > 0 ? ChildProfile.Represented
            : space.StatusOf(child, at) switch
            {
                SpaceStatus.NotInformed => ChildProfile.Waiting,
                SpaceStatus.Opposed => ChildProfile.Opposed,
                SpaceStatus.Informed or SpaceStatus.OpenNotActivated or SpaceStatus.Activated => ChildProfile.Addable,
                _ => ChildProfile.Closed,
            };
    }
}
