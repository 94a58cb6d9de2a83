using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>Why somebody represents the holder.</summary>
public enum RepresentationKind
{
    /// <summary>The holder is a minor: it ends by itself when they come of age.</summary>
    Minority,

    /// <summary>The holder is an adult under guardianship, with representation.</summary>
    Guardianship,
}

/// <summary>A legal representative (représentant légal) of the holder.</summary>
/// <param name="Person">Their own space: who they are.</param>
/// <param name="Name">Their name when they were named.</param>
/// <param name="Kind">Why.</param>
/// <param name="Since">Since when.</param>
public sealed record Representation(SpaceId Person, string Name, RepresentationKind Kind, DateTimeOffset Since);

/// <summary>
/// Somebody is named as a legal representative by the platform: a parent from the insurer's file, a guardian by a verified request. A second parent is
/// invited (access rights, section 5).
/// </summary>
/// <param name="Holder">Traits of the holder as the insurer's file has them now.</param>
/// <param name="Person">The representative's own space.</param>
/// <param name="Name">Their name.</param>
/// <param name="Kind">Why they represent the holder.</param>
public sealed record NameRepresentative(HolderSheet Holder, SpaceId Person, string Name, RepresentationKind Kind)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Representation> Decide(Space space, NameRepresentative command, Act act)
    {
        // The holder cannot: who would be represented does not choose by whom.
        if (act.By is not Caller.Platform)
        {
            return AccessRefusals.MayNotNameRepresentatives;
        }

        if (Settling.StandsAgainstRepresenting(space, act.At) is { } refusal)
        {
            return refusal;
        }

        if (command.Person == space.Id || (command.Kind is RepresentationKind.Minority && !command.Holder.IsMinorAt(act.At)))
        {
            return AccessRefusals.NobodyToRepresent;
        }

        if (space.RepresentationBy(command.Person) is { } standing && standing.Kind == command.Kind)
        {
            return standing;
        }

        var representation = new Representation(command.Person, command.Name, command.Kind, act.At);
        var told = new Notice(NoticeKind.RepresentativeNamed, act.CommandId, act.At);
        return new Decision<SpaceEvent, Representation>(
            [.. HolderFile.Recorded(space, command.Holder), new SpaceEvent.RepresentativeNamed(representation)], representation, [told])
        {
            Elsewhere = [new(command.Person, told)],
            Due = command.Kind is RepresentationKind.Minority ? [ComeOfAge.Due(space, command.Holder)] : [],
        };
    }
}

/// <summary>Somebody represents the holder no longer: the platform learns so, or they withdraw.</summary>
/// <param name="Person">The representative's own space.</param>
public sealed record EndRepresentation(SpaceId Person)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EndRepresentation command, Act act)
    {
        // A representative ends their own representation, not the other parent's.
        var own = act.By is Caller.Holder holder ? holder.Space == command.Person
            : act.By is Caller.Representative representative && representative.Space == space.Id && representative.Self == command.Person;
        if (act.By is not Caller.Platform && !own)
        {
            return AccessRefusals.MayNotNameRepresentatives;
        }

        if (Settling.StandsAgainstRepresenting(space, act.At) is { } refusal)
        {
            return refusal;
        }

        var ended = new Notice(NoticeKind.ProxyEnded, act.CommandId, act.At);
        return space.RepresentationBy(command.Person) is null
            ? AccessRefusals.RepresentationUnknown
            : new Decision<SpaceEvent, Done>([new SpaceEvent.RepresentationEnded(command.Person, act.At)], Done.Answer, [ended])
            {
                Elsewhere = [new(command.Person, ended)],
            };
    }
}
