using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Doubles;

/// <summary>
/// A document of the double is here from now on, under the identity, the author and the dates that it has there, and with content of its own: what
/// erases one space leaves the other whole.
/// </summary>
/// <param name="Double">The other space.</param>
/// <param name="Sheet">Its sheet there.</param>
/// <param name="Content">Where its content lies here.</param>
public sealed record TakeInDocument(SpaceId Double, DocumentSheet Sheet, DocumentContent Content)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, TakeInDocument command, Act act) =>
        act.By is not Caller.Platform ? SpaceRefusals.OnlyTheInsurer
        : space.DoubleOf(command.Double) is not { TakenInAt: null } || space.TryFind(command.Sheet.LogicalId, out _) ? Done.Answer
        : new Decision<SpaceEvent, Done>([new SpaceEvent.DocumentDeposited(command.Sheet with { Content = command.Content })], Done.Answer, []);
}

/// <summary>
/// Every document of the double is here; the rest follows in one go, and the stricter of two choices holds: whoever was shut out stays out, whoever was
/// let in, given a role or entrusted with care there is not by it let in here.
/// </summary>
/// <param name="Double">The other space.</param>
/// <param name="Held">What it held when it was closed; <see langword="null"/> where it was erased.</param>
public sealed record TakeInDouble(SpaceId Double, SpaceSnapshot? Held)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, TakeInDouble command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.DoubleOf(command.Double) is not { TakenInAt: null } ? Done.Answer
            : new Decision<SpaceEvent, Done>(
                [.. command.Held is { } held ? TakenOver(space, held, act.At) : [], new SpaceEvent.DoubleTakenIn(command.Double, act.At)], Done.Answer, []);
    }

    private static IEnumerable<SpaceEvent> TakenOver(Space space, SpaceSnapshot held, DateTimeOffset at)
    {
        foreach (var resource in held.Resources.Types.SelectMany(type => type.Shelf.Standing).Select(standing => standing.Thing))
        {
            if (!space.Resources.TryFind(resource.Type, resource.Id, out _) && space.Resources.Removal(resource.Type, resource.Id) is null)
            {
                yield return new SpaceEvent.ResourceRecorded(resource);
            }
        }

        foreach (var block in held.Blocks.Where(block => space.BlockOn(block.Subject) is null))
        {
            yield return new SpaceEvent.ProfessionalBlocked(block);
            if (space.AuthorisationOn(block.Subject) is not null)
            {
                yield return new SpaceEvent.AuthorisationWithdrawn(block.Subject, at);
            }

            foreach (var role in space.Appointments.Where(role => AccessSubject.Of(role.Professional) == block.Subject))
            {
                yield return new SpaceEvent.AppointmentEnded(role.Role, role.Professional, at);
            }
        }

        foreach (var objection in held.Objections.Where(objection => space.ObjectionTo(objection.Subject) is null))
        {
            yield return new SpaceEvent.FeedingObjected(objection);
        }

        // Who has never activated a space has chosen nothing in it.
        if (held.ActivatedAt is not null && Stricter(space.Choices, held.Choices) is var choices && choices != space.Choices)
        {
            yield return new SpaceEvent.ChoicesMade(at, choices);
        }

        if (held.OpposedAt is { } opposed && space is { OpposedAt: null, ActivatedAt: null })
        {
            yield return new SpaceEvent.Opposed(opposed);
        }
    }

    private static PrivacyChoices Stricter(PrivacyChoices one, PrivacyChoices other) => new(
        one.HideNewDocuments || other.HideNewDocuments, one.RegulationCentre && other.RegulationCentre, one.BreakGlass && other.BreakGlass,
        one.HiddenInEmergency && other.HiddenInEmergency);
}
