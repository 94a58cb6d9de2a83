using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Quotas;

internal abstract class QuotaGrain(string kind, int perHour, JournalServices services, ILogger logger)
    : JournaledGrain<QuotaEvent>(services, logger), IQuotaGrain
{
    private readonly ActivityQuota _quota = new(perHour);
    private readonly List<QuotaEvent> _stops = [];

    protected override JournalId JournalId => JournalId.Of(kind, this.GetPrimaryKeyString());

    protected override JsonTypeInfo<QuotaEvent> EventType => DomainJson.Default.QuotaEvent;

    protected override int SnapshotSchema => 1;

    public Task<Outcome<Done>> Touch(SpaceId space) =>
        Commit(Envelope.Once(), act => _quota.Touch(space, act.At), GrainsJson.Default.Done);

    protected override void Apply(QuotaEvent happened)
    {
        _quota.Apply(happened);
        _stops.Add(happened);
    }

    protected override JsonText SnapshotState() => JsonText.Of(_stops.TakeLast(1).ToArray(), GrainsJson.Default.QuotaEventArray);

    protected override void RestoreState(JsonText state) => Array.ForEach(state.Read(GrainsJson.Default.QuotaEventArray), Apply);
}

[GrainType("professional")]
internal sealed class ProfessionalGrain(JournalServices services, ILogger<ProfessionalGrain> logger)
    : QuotaGrain("professional", ActivityQuota.Professionals, services, logger), IProfessionalGrain;

[GrainType("structure")]
internal sealed class StructureGrain(JournalServices services, ILogger<StructureGrain> logger)
    : QuotaGrain("structure", ActivityQuota.Structures, services, logger), IStructureGrain;
