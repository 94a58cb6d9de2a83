using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using static MonEspaceSante.Api.Proxies.ProxyResults;

namespace MonEspaceSante.Api.Proxies;

/// <summary>The holder, or who represents them, reads and settles who acts for them: carers, a second representative, invitations.</summary>
internal static class ProxyEndpoints
{
    public static void MapProxies(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/proxies", ReadAsync);
        routes.Map(HttpMethods.Post, "/proxies/carers", InviteCarerAsync).WithMetadata(new NeedsFreshProof());
        routes.Map(HttpMethods.Put, "/proxies/carers/{carer}", ChangeAsync).WithMetadata(new NeedsFreshProof());
        routes.Map(HttpMethods.Delete, "/proxies/carers/{carer}", EndAsync);
        routes.Map(HttpMethods.Get, "/proxies/carers/{carer}/attestation", AttestAsync);
        routes.Map(HttpMethods.Post, "/proxies/representatives", InviteRepresentativeAsync).WithMetadata(new NeedsFreshProof());
        routes.Map(HttpMethods.Delete, "/proxies/invitations/{id:guid}", WithdrawAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains, CarerCategories categories) =>
        Answer(await Space(context, grains).Proxies(), sheet => new ProxiesAnswer(
            sheet.Carers.Select(carer => CarerAnswer.Of(carer, categories)).ToValueList(),
            sheet.Representatives.Select(representative => new RepresentativeAnswer(representative.Person, representative.Name, representative.Kind, representative.Since)).ToValueList(),
            sheet.Invitations.Select(invitation => InvitationAnswer.Of(invitation, categories)).ToValueList(),
            sheet.Age));

    private static async Task<IResult> InviteCarerAsync(
        HttpContext context, CarerRequest request, IGrainFactory grains, InvitedPeople people, CarerCategories categories, TimeProvider time)
    {
        var (ins, named, rights) = (Ins.Read(InsAuthority.Nir, request.Matricule), request.Named, categories.Read(request.Limits));
        if ((ins.Refusal?.At("matricule") ?? named.Fault() ?? rights.Refusal) is { } fault)
        {
            return Refusals.Answer(fault);
        }

        var (space, today) = (Space(context, grains), LegalTerm.DateOf(time.GetUtcNow()));
        var holder = await space.Whose();
        if (!holder.Accepted)
        {
            return Refusals.Answer(holder.Refusal);
        }

        // In whole days: the last one included.
        var until = request.Until?.AddDays(1) ?? today.AddMonths(CarerTerm.UsualMonths);
        var term = new CarerTerm(LegalTerm.BeginningOf(request.From ?? today), LegalTerm.BeginningOf(until), rights.Value!);
        var invited = await people.FindAsync(ins.Value, named, holder.Value);
        return Sent(await space.Invite(Envelope.Once(), new InviteCarer(invited.Person, named.Name, invited.Space, term)), time, categories);
    }

    private static async Task<IResult> InviteRepresentativeAsync(
        HttpContext context, RepresentativeRequest request, IGrainFactory grains, InvitedPeople people, CarerCategories categories, TimeProvider time)
    {
        var (ins, named) = (request.Matricule is { } matricule ? Ins.Read(InsAuthority.Nir, matricule) : null, request.Named);
        if ((ins?.Refusal?.At("matricule") ?? named.Fault()) is { } fault)
        {
            return Refusals.Answer(fault);
        }

        var space = Space(context, grains);
        var holder = await space.Whose();
        if (!holder.Accepted)
        {
            return Refusals.Answer(holder.Refusal);
        }

        var invited = ins is null ? await people.FindOnCardsAsync(named, holder.Value) : await people.FindAsync(ins.Value, named, holder.Value);
        return Sent(await space.Invite(Envelope.Once(), new InviteRepresentative(invited.Person, named.Name, invited.Space)), time, categories);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, string carer, TermRequest request, IGrainFactory grains, CarerCategories categories)
    {
        var rights = categories.Read(request.Limits);
        return !rights.Accepted ? Refusals.Answer(rights.Refusal)
            : !SpaceId.TryParse(carer, null, out var person) ? Refusals.Answer(AccessRefusals.DelegationUnknown)
            : Answer(
                await Space(context, grains).Change(
                    Envelope.Once(), new ChangeDelegation(person, LegalTerm.BeginningOf(request.Until.AddDays(1)), rights.Value)),
                changed => CarerAnswer.Of(changed, categories));
    }

    private static async Task<IResult> EndAsync(HttpContext context, string carer, IGrainFactory grains) =>
        SpaceId.TryParse(carer, null, out var person)
            ? Answer(await Space(context, grains).End(Envelope.Once(), new EndDelegation(person)))
            : Refusals.Answer(AccessRefusals.DelegationUnknown);

    private static async Task<IResult> WithdrawAsync(HttpContext context, Guid id, IGrainFactory grains) =>
        Answer(await Space(context, grains).WithdrawInvitation(Envelope.Once(), new WithdrawInvitation(id)));

    private static async Task<IResult> AttestAsync(HttpContext context, string carer, IGrainFactory grains, CarerCategories categories)
    {
        var space = Space(context, grains);
        var (holder, proxies) = (await space.Whose(), await space.Proxies());
        return (holder.Refusal ?? proxies.Refusal) is { } refusal ? Refusals.Answer(refusal)
            : proxies.Value!.Carers.FirstOrDefault(delegation => delegation.Carer.Value == carer) is not { } delegation
                ? Refusals.Answer(AccessRefusals.DelegationUnknown)
            : Attestations.Answer(context.Request, $"{holder.Value!.FirstName} {holder.Value.BirthName}", delegation, categories);
    }

    private static IResult Sent(Outcome<Invitation> invited, TimeProvider time, CarerCategories categories) => invited.Accepted
        ? Results.Created((string?)null, InvitationAnswer.Of(StandingInvitation.Of(invited.Value, time.GetUtcNow()), categories))
        : Refusals.Answer(invited.Refusal);

    private static ISpaceGrain Space(HttpContext context, IGrainFactory grains) => grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value);

    private sealed record CarerRequest(
        string? Matricule, string BirthName, string FirstName, DateOnly BirthDate, DateOnly? From = null, DateOnly? Until = null, CarerLimits? Limits = null)
    {
        public NamedPerson Named => new(BirthName, FirstName, BirthDate);
    }

    private sealed record RepresentativeRequest(string BirthName, string FirstName, DateOnly BirthDate, string? Matricule = null)
    {
        public NamedPerson Named => new(BirthName, FirstName, BirthDate);
    }

    private sealed record TermRequest(DateOnly Until, CarerLimits? Limits = null);

    private sealed record RepresentativeAnswer(SpaceId Space, string Name, RepresentationKind Kind, DateTimeOffset Since);

    private sealed record ProxiesAnswer(
        ValueList<CarerAnswer> Carers, ValueList<RepresentativeAnswer> Representatives, ValueList<InvitationAnswer> Invitations, AgeSheet? Age);
}
