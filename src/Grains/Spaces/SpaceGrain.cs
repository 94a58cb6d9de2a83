using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Exports;
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
    JournalServices services, ReferenceData reference, CallerDigests digests, ExportQueue exports, IVault vault, ErasureBook certificates,
    ILogger<SpaceGrain> logger)
    : JournaledGrain<SpaceEvent>(services, logger), ISpaceGrain
{
    private Space _space = null!;

    protected override JournalId JournalId => JournalId.Parse(this.GetPrimaryKeyString());

    protected override JsonTypeInfo<SpaceEvent> EventType => DomainJson.Default.SpaceEvent;

    protected override int SnapshotSchema => SpaceSnapshot.Schema;

    protected override OutboxTarget NoticeTarget => new(StreamNames.Notifications, this.GetPrimaryKeyString());

    // The attending doctor of the state that the rule saw: it named one.
    protected override async ValueTask<OutboxTarget> TargetOf(Notice notice) => notice.Kind is NoticeKind.EmergencyOfPatient
        ? new(StreamNames.PatientNotices, await digests.OfAsync(_space.Holder!.AttendingDoctor!.Value))
        : NoticeTarget;

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

    // The trace outlives the data: it has a key of its own. So does what tells that the data is gone.
    protected override KeyClass ClassOf(SpaceEvent happened) =>
        happened is SpaceEvent.Accessed or SpaceEvent.Erased or SpaceEvent.ErasureCertified or SpaceEvent.HistoryEnded ? KeyClass.Trace : KeyClass.Data;

    protected override void Apply(SpaceEvent happened) => _space.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_space.Snapshot(), DomainJson.Default.SpaceSnapshot);

    protected override void RestoreState(JsonText state) => _space.Restore(state.Read(DomainJson.Default.SpaceSnapshot));
}
