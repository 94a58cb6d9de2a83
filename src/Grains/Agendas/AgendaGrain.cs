using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Agendas;

[GrainType("agenda")]
internal sealed class AgendaGrain(JournalServices services, ILogger<AgendaGrain> logger)
    : JournaledGrain<AgendaEvent>(services, logger), IAgendaGrain
{
    private readonly Agenda _agenda = new();

    protected override JournalId JournalId => JournalId.Of("agenda", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<AgendaEvent> EventType => DomainJson.Default.AgendaEvent;

    protected override int SnapshotSchema => AgendaSnapshot.Schema;

    public Task<Outcome<ResourceReceipts>> Keep(Envelope envelope, KeepAgenda command) =>
        Commit(envelope, act => KeepAgenda.Decide(_agenda, command, act), GrainsJson.Default.ResourceReceipts);

    public Task<Outcome<FoundResources>> Search(SearchAgenda query) =>
        Task.FromResult(SearchAgenda.Answer(_agenda, query, CallerContext.Required, Time.GetUtcNow()));

    public Task<Outcome<KeptResource>> Read(ReadAgenda query) => Task.FromResult(ReadAgenda.Answer(_agenda, query, CallerContext.Required));

    public async Task<Outcome<ResourceHistory>> ReadHistory(ReadAgendaHistory query) =>
        ReadAgendaHistory.Refuse(_agenda, query, CallerContext.Required) is { } refusal
            ? refusal
            : query.In(await ReadEvents(entry => entry.KeyClass is KeyClass.Data));

    protected override void Apply(AgendaEvent happened) => _agenda.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_agenda.Snapshot(), DomainJson.Default.AgendaSnapshot);

    protected override void RestoreState(JsonText state) => _agenda.Restore(state.Read(DomainJson.Default.AgendaSnapshot));
}
