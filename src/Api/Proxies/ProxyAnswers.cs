using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Api.Proxies;

/// <summary>A carer, as the holder reads them.</summary>
internal sealed record CarerAnswer(SpaceId Space, string Name, DateTimeOffset From, DateTimeOffset Until, CarerLimits Limits)
{
    public static CarerAnswer Of(Delegation delegation, CarerCategories categories) =>
        new(delegation.Carer, delegation.Name, delegation.From, delegation.Until, categories.Tell(delegation.Rights));
}

/// <summary>An invitation, as both sides read it.</summary>
internal sealed record InvitationAnswer(
    Guid Id, ProxyRole Role, string Name, DateTimeOffset At, DateTimeOffset ExpiresAt, InvitationStatus Status, DateTimeOffset? From, DateTimeOffset? Until,
    CarerLimits? Limits)
{
    public static InvitationAnswer Of(StandingInvitation invitation, CarerCategories categories) => new(
        invitation.Id, invitation.Role, invitation.Name, invitation.At, invitation.ExpiresAt, invitation.Status, invitation.Term?.From, invitation.Term?.Until,
        invitation.Term is { } term ? categories.Tell(term.Rights) : null);
}

/// <summary>Outcomes as answers.</summary>
internal static class ProxyResults
{
    public static IResult Answer(Outcome<Done> outcome) => outcome.Accepted ? Results.NoContent() : Refusals.Answer(outcome.Refusal);

    public static IResult Answer<T, TAnswer>(Outcome<T> outcome, Func<T, TAnswer> answer) =>
        outcome.Accepted ? Results.Ok(answer(outcome.Value)) : Refusals.Answer(outcome.Refusal);
}
