using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The holder, or who represents them, takes the space into use, and answers the three privacy questions.</summary>
/// <param name="Holder">Traits as the insurer's file has them now.</param>
/// <param name="Choices">The holder's answers.</param>
public sealed record ActivateSpace(HolderSheet Holder, PrivacyChoices Choices)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ActivateSpace command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.StatusOf(command.Holder, act.At) switch
        {
            SpaceStatus.Activated => Done.Answer,
            SpaceStatus.NotInformed => SpaceRefusals.NotInformed,
            SpaceStatus.Opposed => SpaceRefusals.IsOpposed,
            SpaceStatus.Deceased => SpaceRefusals.IsClosed,
            SpaceStatus.Suspended => SpaceRefusals.IsSuspended,
            SpaceStatus.InDeletion => SpaceRefusals.IsInDeletion,
            SpaceStatus.Erased => SpaceRefusals.IsErased,

            // R. 1111-36: what the archive held comes back.
            SpaceStatus.Closed => Activated(space, command, act, new SpaceEvent.Reopened(act.At)),
            _ => Activated(space, command, act),
        };
    }

    private static Decision<SpaceEvent, Done> Activated(Space space, ActivateSpace command, Act act, params SpaceEvent[] before) =>
        new([.. HolderFile.Recorded(space, command.Holder), .. before, new SpaceEvent.Activated(act.At, command.Choices)], Done.Answer, []);
}
