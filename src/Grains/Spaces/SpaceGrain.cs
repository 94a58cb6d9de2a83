using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Erasure;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

[GrainType("space")]
internal sealed partial class SpaceGrain(
    JournalServices services, ReferenceData reference, IVault vault, ErasureBook certificates, ILogger<SpaceGrain> logger)
    : JournaledGrain<SpaceEvent>(services, logger), ISpaceGrain
{
    private readonly ProofQuota _proofs = new();
    private Space _space = null!;

    protected override JournalId JournalId => JournalId.Parse(this.GetPrimaryKeyString());

    protected override JsonTypeInfo<SpaceEvent> EventType => DomainJson.Default.SpaceEvent;

    protected override int SnapshotSchema => SpaceSnapshot.Schema;

    protected override OutboxTarget NoticeTarget => new(StreamNames.Notifications, this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _space = new(SpaceId.Parse(this.GetPrimaryKeyString(), null));
        await base.OnActivateAsync(cancellationToken);
        ForgetIfErased();
    }

    public Task<Outcome<Done>> Activate(Envelope envelope, ActivateSpace command) =>
        Commit(envelope, act => ActivateSpace.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> Oppose(Envelope envelope, Oppose command) =>
        Commit(envelope, act => Domain.Spaces.Oppose.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> LiftOpposition(Envelope envelope, LiftOpposition command) =>
        Commit(envelope, act => Domain.Spaces.LiftOpposition.Decide(_space, command, act), GrainsJson.Default.Done);

    public Task<Existence> Exists(HolderSheet holder) =>
        Task.FromResult(Existence.Of(_space, holder, CallerContext.Required, Time.GetUtcNow()));

    public Task<Outcome<DepositReceipt>> Deposit(Envelope envelope, DepositDocument command) =>
        Commit(envelope, act => DepositDocument.Decide(_space, command, act, reference.Types, reference.Matrices.At(act.At)), GrainsJson.Default.DepositReceipt);

    public Task<Outcome<SubmissionReceipt>> Submit(Envelope envelope, SubmitDocuments command) =>
        Commit(envelope, act => SubmitDocuments.Decide(_space, command, act, reference.Types, reference.Matrices.At(act.At)), GrainsJson.Default.SubmissionReceipt);

    public Task<Outcome<DocumentList>> List(Envelope envelope, ListDocuments command) =>
        Commit(envelope, act => ListDocuments.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentList);

    public Task<Outcome<OpenedDocument>> Open(Envelope envelope, OpenDocument command) =>
        Commit(envelope, act => OpenDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.OpenedDocument);

    public Task<Outcome<ResourceReceipts>> CarryOut(Envelope envelope, CarryOut command) =>
        Commit(envelope, act => Domain.Resources.CarryOut.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.ResourceReceipts);

    public Task<Outcome<KeptResource>> ReadResource(Envelope envelope, ReadResource command) =>
        Commit(envelope, act => Domain.Resources.ReadResource.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.KeptResource);

    public async Task<Outcome<ResourceHistory>> ReadResourceHistory(Envelope envelope, ReadResourceHistory command)
    {
        var traced = await Commit(
            envelope, act => Domain.Resources.ReadResourceHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        return traced.Accepted ? command.In(await ReadEvents(entry => entry.KeyClass is KeyClass.Data)) : traced.Refusal;
    }

    public Task<Outcome<FoundResources>> SearchResources(Envelope envelope, SearchResources command) =>
        Commit(envelope, act => Domain.Resources.SearchResources.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.FoundResources);

    public Task<Outcome<SpaceContent>> ReadSpace(Envelope envelope, ReadSpace command) =>
        Commit(envelope, act => Domain.Resources.ReadSpace.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.SpaceContent);

    public Task<Outcome<Page<Submission>>> ListSubmissions(Envelope envelope, ListSubmissions command) =>
        Commit(envelope, act => Domain.Documents.ListSubmissions.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.PageSubmission);

    public async Task<Outcome<DocumentHistory>> ReadDocumentHistory(Envelope envelope, ReadDocumentHistory command)
    {
        var traced = await Commit(
            envelope, act => Domain.Documents.ReadDocumentHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        var act = new Act(CallerContext.Required, Time.GetUtcNow(), envelope.CommandId);
        return traced.Accepted
            ? command.In(_space, await ReadEvents(entry => entry.KeyClass is KeyClass.Data), act, reference.Matrices.At(act.At))
            : traced.Refusal;
    }

    public Task<Outcome<DocumentSheet>> Hide(Envelope envelope, HideDocument command) =>
        Commit(envelope, act => HideDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Withhold(Envelope envelope, WithholdDocument command) =>
        Commit(envelope, act => WithholdDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Archive(Envelope envelope, ArchiveDocument command) =>
        Commit(envelope, act => ArchiveDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Delete(Envelope envelope, DeleteDocument command) =>
        Commit(envelope, act => DeleteDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Patch(Envelope envelope, PatchDocument command) =>
        Commit(envelope, act => PatchDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

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

    public Task<Outcome<PrivacySheet>> Privacy()
    {
        Outcome<PrivacySheet> answer = CallerContext.Required is Caller.Holder holder && holder.Space == _space.Id && _space.Holder is { } sheet
            ? new PrivacySheet(sheet, _space.Choices, _space.Authorisations.ToValueList(), _space.Blocks.ToValueList())
            : SpaceRefusals.OnlyTheHolder;
        return Task.FromResult(answer);
    }

    public Task<Outcome<SimulatedAccess>> Simulate(SimulateAccess query)
    {
        var act = new Act(CallerContext.Required, Time.GetUtcNow(), Guid.Empty);
        return Task.FromResult(SimulateAccess.Answer(_space, query, act, reference.Matrices.At(act.At)));
    }

    public async Task<Outcome<History>> History(Envelope envelope, ReadHistory command)
    {
        var traced = await Commit(envelope, act => ReadHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        if (!traced.Accepted)
        {
            return traced.Refusal;
        }

        var events = await ReadEvents(entry => entry.KeyClass is KeyClass.Trace);
        var (reader, now) = (CallerContext.Required, Time.GetUtcNow());
        var told = events.OfType<SpaceEvent.Accessed>()
            .Select(accessed => ReadHistory.Told(_space, accessed.Trace, reader, now)).OfType<AccessTrace>().Reverse().ToValueList();
        if (command.Query is not { } query)
        {
            return new History(told);
        }

        var page = HistoryPage.Cut(told, query, _space.Id, now);
        return page.Accepted ? new History(page.Value.Matches, page.Value.Total, page.Value.Next) : page.Refusal;
    }

    public async Task<Outcome<HistoryGrant>> ProveHistory(Envelope envelope, ProveHistory command)
    {
        if (!_proofs.Allows(Time.GetUtcNow()))
        {
            return QuotaRefusals.TooManyProofs;
        }

        var traced = await Commit(
            envelope, act => Domain.Traces.ProveHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        if (!traced.Accepted)
        {
            return traced.Refusal;
        }

        var (reader, now) = (CallerContext.Required, Time.GetUtcNow());
        _proofs.Count(now);
        var closed = from recorded in await ReadNumbered(entry => entry.KeyClass is KeyClass.Trace)
                     where recorded.Happened is SpaceEvent.Accessed accessed && !Domain.Traces.ProveHistory.Shows(_space, accessed.Trace, reader, now)
                     select recorded.Sequence;
        return new HistoryGrant(Spaces.HistoryHead.Of(Head), closed.ToValueList());
    }

    public Task<Outcome<HistoryHead>> HistoryHead()
    {
        Outcome<HistoryHead> answer = Domain.Traces.ProveHistory.MayTake(_space, CallerContext.Required, Time.GetUtcNow())
            ? Spaces.HistoryHead.Of(Head)
            : HistoryRefusals.ProofIsForAdults;
        return Task.FromResult(answer);
    }

    // The trace outlives the data: it has a key of its own. So does what tells that the data is gone.
    protected override KeyClass ClassOf(SpaceEvent happened) =>
        happened is SpaceEvent.Accessed or SpaceEvent.Erased or SpaceEvent.ErasureCertified or SpaceEvent.HistoryEnded ? KeyClass.Trace : KeyClass.Data;

    protected override void Apply(SpaceEvent happened) => _space.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_space.Snapshot(), DomainJson.Default.SpaceSnapshot);

    protected override void RestoreState(JsonText state) => _space.Restore(state.Read(DomainJson.Default.SpaceSnapshot));
}
