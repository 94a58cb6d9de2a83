using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>The holder authorises a professional or a structure to consult, for a year or less.</summary>
/// <param name="Subject">Whom.</param>
/// <param name="Name">Their name, for the list shown to the holder.</param>
/// <param name="Until">To when, excluded; a year from now where not said.</param>
public sealed record Authorise(AccessSubject Subject, string Name, DateTimeOffset? Until = null)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Authorisation> Decide(Space space, Authorise command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        if (space.BlockOn(command.Subject) is not null)
        {
            return AccessRefusals.SubjectBlocked;
        }

        var longest = act.At.AddYears(Authorisation.Years);
        var until = command.Until ?? longest;
        if (until <= act.At || until > longest)
        {
            return AccessRefusals.DurationInvalid;
        }

        var authorisation = new Authorisation(command.Subject, command.Name, ConsentDeclaration.None, act.At, until);
        return space.AuthorisationOn(command.Subject) == authorisation ? authorisation
            : new Decision<SpaceEvent, Authorisation>([new SpaceEvent.AuthorisationGranted(authorisation)], authorisation, []);
    }
}

/// <summary>The holder withdraws an authorisation.</summary>
/// <param name="Subject">Whose.</param>
public sealed record WithdrawAuthorisation(AccessSubject Subject)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, WithdrawAuthorisation command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        return space.AuthorisationOn(command.Subject) is null
            ? AccessRefusals.AuthorisationUnknown
            : new Decision<SpaceEvent, Done>([new SpaceEvent.AuthorisationWithdrawn(command.Subject, act.At)], Done.Answer, []);
    }
}

/// <summary>The holder changes what they choose for everyone.</summary>
/// <param name="Choices">The new choices.</param>
public sealed record MakeChoices(PrivacyChoices Choices)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, MakeChoices command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        return space.Choices == command.Choices ? Done.Answer
            : new Decision<SpaceEvent, Done>([new SpaceEvent.ChoicesMade(act.At, command.Choices)], Done.Answer, []);
    }
}
