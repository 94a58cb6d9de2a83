using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Relatives;
using MonEspaceSante.Grains.Spaces;
using static MonEspaceSante.Api.Proxies.ProxyResults;

namespace MonEspaceSante.Api.Proxies;

/// <summary>Who is signed in reads whom they act for, answers invitations, and withdraws.</summary>
internal static class RelativeEndpoints
{
    public static void MapRelatives(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Get, "/proxies/people", ReadAsync);
        routes.MapOwn(HttpMethods.Post, "/proxies/people/{space}/invitations/{id:guid}/accept", AcceptAsync);
        routes.MapOwn(HttpMethods.Post, "/proxies/people/{space}/invitations/{id:guid}/refuse", RefuseAsync);
        routes.MapOwn(HttpMethods.Get, "/proxies/people/{space}/attestation", AttestAsync);
        routes.MapOwn(HttpMethods.Delete, "/proxies/people/{space}", WithdrawAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains, CarerCategories categories) =>
        Answer(await Own(context, grains).Read(), list => new PeopleAnswer(list.People.Select(there => PersonAnswer.Of(there, categories)).ToValueList()));

    private static Task<IResult> AcceptAsync(HttpContext context, string space, Guid id, IGrainFactory grains) => AnswerAsync(context, space, id, true, grains);

    private static Task<IResult> RefuseAsync(HttpContext context, string space, Guid id, IGrainFactory grains) => AnswerAsync(context, space, id, false, grains);

    private static async Task<IResult> AnswerAsync(HttpContext context, string space, Guid id, bool accepts, IGrainFactory grains) =>
        SpaceId.TryParse(space, null, out var there)
            ? Answer(await Own(context, grains).Answer(Envelope.Once(), there, new AnswerInvitation(id, accepts)))
            : Refusals.Answer(ProxyRefusals.InvitationUnknown);

    private static async Task<IResult> AttestAsync(HttpContext context, string space, IGrainFactory grains, CarerCategories categories)
    {
        var standing = await StandingAsync(space, grains);
        return standing.Value is { Delegation: { } delegation, Name: var helped }
            ? Attestations.Answer(context.Request, helped, delegation, categories)
            : Refusals.Answer(standing.Refusal ?? AccessRefusals.DelegationUnknown);
    }

    private static async Task<IResult> WithdrawAsync(HttpContext context, string space, IGrainFactory grains)
    {
        var standing = await StandingAsync(space, grains);
        if (!standing.Accepted)
        {
            return Refusals.Answer(standing.Refusal);
        }

        var (there, self) = (grains.GetGrain<ISpaceGrain>(space), context.SpaceActedIn());
        return Answer(standing.Value switch
        {
            { Representation: not null } => await there.End(Envelope.Once(), new EndRepresentation(self)),
            { Delegation: not null } => await there.End(Envelope.Once(), new EndDelegation(self)),
            _ => IdentityRefusals.PersonUnknown,
        });
    }

    private static Task<Outcome<ProxyStanding>> StandingAsync(string space, IGrainFactory grains) =>
        SpaceId.TryParse(space, null, out var there)
            ? grains.GetGrain<ISpaceGrain>(there.Value).Standing()
            : Task.FromResult<Outcome<ProxyStanding>>(IdentityRefusals.PersonUnknown);

    private static IRelativesGrain Own(HttpContext context, IGrainFactory grains) => grains.GetGrain<IRelativesGrain>(context.SpaceActedIn().Value);

    private sealed record PeopleAnswer(ValueList<PersonAnswer> People);

    private sealed record PersonAnswer(
        SpaceId Space, string Name, ProxyRole Role, InvitationAnswer? Invitation, RepresentationKind? Represents, DateTimeOffset? From, DateTimeOffset? Until,
        CarerLimits? Limits)
    {
        public static PersonAnswer Of(ProxyStanding there, CarerCategories categories) => new(
            there.Space, there.Name, there.Role, there.Invitation is { } invitation ? InvitationAnswer.Of(invitation, categories) : null,
            there.Representation?.Kind, there.Delegation?.From ?? there.Representation?.Since, there.Delegation?.Until,
            there.Delegation is { } delegation ? categories.Tell(delegation.Rights) : null);
    }
}
