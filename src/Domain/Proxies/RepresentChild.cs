using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>
/// A parent certifies on their honour to represent a child who is on their card (access rights, section 5). The platform sends it, having looked at the card:
/// being on it alone gives nothing.
/// </summary>
/// <param name="Child">Traits of the child as the insurer's file has them now.</param>
/// <param name="Person">The parent's own space.</param>
/// <param name="Name">The parent's name.</param>
public sealed record RepresentChild(HolderSheet Child, SpaceId Person, string Name)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Representation> Decide(Space space, RepresentChild command, Act act)
    {
        // A second parent is invited by the first, also where both have the child on their cards.
        if (space.Representations.Any(other => other.Person != command.Person))
        {
            return ProxyRefusals.AlreadyRepresented;
        }

        if (Settling.StandsAgainst(space, act.At) is { } refusal)
        {
            return refusal;
        }

        var named = NameRepresentative.Decide(space, new(command.Child, command.Person, command.Name, RepresentationKind.Minority), act);
        return named.Events.Count == 0 ? named
            : named with { Events = [.. named.Events, new SpaceEvent.RepresentationCertified(command.Person, command.Name, act.At)] };
    }
}
