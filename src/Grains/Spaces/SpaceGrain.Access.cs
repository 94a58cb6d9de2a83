using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Who may come in: what the holder settles, and what a setting would change.</content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<Block>> Block(Envelope envelope, BlockProfessional command) =>
        Commit(envelope, act => BlockProfessional.Decide(_space, command, act), GrainsJson.Default.Block);

    public Task<Outcome<Done>> LiftBlock(Envelope envelope, LiftBlock command) =>
        Commit(envelope, act => Domain.Access.LiftBlock.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Authorisation>> Authorise(Envelope envelope, Authorise command) =>
        Commit(envelope, act => Domain.Access.Authorise.Decide(_space, command, act), GrainsJson.Default.Authorisation);

    public Task<Outcome<Done>> Withdraw(Envelope envelope, WithdrawAuthorisation command) =>
        Commit(envelope, act => WithdrawAuthorisation.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> Choose(Envelope envelope, MakeChoices command) =>
        Commit(envelope, act => MakeChoices.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Appointment>> Appoint(Envelope envelope, Appoint command) =>
        Commit(envelope, act => Domain.Access.Appoint.Decide(_space, command, act), GrainsJson.Default.Appointment);

    public Task<Outcome<Done>> EndAppointment(Envelope envelope, EndAppointment command) =>
        Commit(envelope, act => Domain.Access.EndAppointment.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<FeedingObjection>> ObjectToFeeding(Envelope envelope, ObjectToFeeding command) =>
        Commit(envelope, act => Domain.Access.ObjectToFeeding.Decide(_space, command, act), GrainsJson.Default.FeedingObjection);

    public Task<Outcome<Done>> LiftFeedingObjection(Envelope envelope, LiftFeedingObjection command) =>
        Commit(envelope, act => Domain.Access.LiftFeedingObjection.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> CollectConsent(Envelope envelope, CollectConsent command) =>
        Commit(envelope, act => Domain.Access.CollectConsent.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<PrivacySheet>> Privacy()
    {
        var act = new Act(CallerContext.Required, Time.GetUtcNow(), Guid.Empty);
        Outcome<PrivacySheet> answer = act.IsForHolder(_space) && _space.Holder is { } sheet
            ? new PrivacySheet(
                sheet, _space.Choices, _space.Authorisations.ToValueList(), _space.Blocks.ToValueList(), _space.Appointments.ToValueList(),
                _space.Objections.ToValueList())
            : SpaceRefusals.OnlyTheHolder;
        return Task.FromResult(answer);
    }

    public Task<Outcome<SimulatedAccess>> Simulate(SimulateAccess query)
    {
        var act = new Act(CallerContext.Required, Time.GetUtcNow(), Guid.Empty);
        return Task.FromResult(SimulateAccess.Answer(_space, query, act, reference.Matrices.At(act.At)));
    }
}
