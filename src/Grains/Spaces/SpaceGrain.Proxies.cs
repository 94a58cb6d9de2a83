using System.Text.Json.Serialization.Metadata;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Who acts for the holder.</content>
internal sealed partial class SpaceGrain
{
    private Act Asking => new(CallerContext.Required, Time.GetUtcNow(), Guid.Empty);

    public Task<Outcome<Caller>> ActFor(Envelope envelope, ActFor command) =>
        Commit(envelope, act => Domain.Proxies.ActFor.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Caller);

    public Task<Outcome<HolderSheet>> Whose() => Task.FromResult<Outcome<HolderSheet>>(
        _space.Holder is { } holder && _space.IsActedInBy(CallerContext.Required, Time.GetUtcNow()) ? holder : SpaceRefusals.OnlyTheHolder);

    public Task<Outcome<ProxySheet>> Proxies() => Task.FromResult(ProxySheet.Of(_space, Asking));

    public Task<Outcome<ProxyStanding>> Standing() => Task.FromResult(ProxyStanding.Of(_space, Asking));

    public Task<ChildProfile> ProfileFor(SpaceId parent, HolderSheet child) =>
        Task.FromResult(ChildProfiles.Of(_space, child, parent, Time.GetUtcNow()));

    public Task<Outcome<Invitation>> Invite(Envelope envelope, InviteCarer command) =>
        Commit(envelope, act => InviteCarer.Decide(_space, command, act), DomainJson.Default.Invitation);

    public Task<Outcome<Invitation>> Invite(Envelope envelope, InviteRepresentative command) =>
        Commit(envelope, act => InviteRepresentative.Decide(_space, command, act), DomainJson.Default.Invitation);

    public Task<Outcome<Done>> Answer(Envelope envelope, AnswerInvitation command) =>
        Commit(envelope, act => AnswerInvitation.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> WithdrawInvitation(Envelope envelope, WithdrawInvitation command) =>
        Commit(envelope, act => Domain.Proxies.WithdrawInvitation.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Delegation>> Change(Envelope envelope, ChangeDelegation command) =>
        Commit(envelope, act => ChangeDelegation.Decide(_space, command, act), DomainJson.Default.Delegation);

    public Task<Outcome<Done>> End(Envelope envelope, EndDelegation command) =>
        Commit(envelope, act => EndDelegation.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Representation>> Name(Envelope envelope, NameRepresentative command) =>
        Commit(envelope, act => NameRepresentative.Decide(_space, command, act), DomainJson.Default.Representation);

    public Task<Outcome<Representation>> Represent(Envelope envelope, RepresentChild command) =>
        Commit(envelope, act => RepresentChild.Decide(_space, command, act), DomainJson.Default.Representation);

    public Task<Outcome<Done>> End(Envelope envelope, EndRepresentation command) =>
        Commit(envelope, act => EndRepresentation.Decide(_space, command, act), GrainsJson.Default.Done);

    // Every command of the space comes through here: whoever acts for the holder leaves their name.
    protected override Task<Outcome<TAnswer>> Commit<TAnswer>(
        Envelope envelope, Func<Act, Decision<SpaceEvent, TAnswer>> rule, JsonTypeInfo<TAnswer> answerType) =>
        base.Commit(envelope, act => ProxyTrace.In(rule(act), _space, act, reference.Matrices.At(act.At)), answerType);
}
