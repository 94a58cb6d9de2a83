using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Limits;

[GrainType("source")]
internal sealed class SourceGrain(TryLimits limits, JournalServices services, ILogger<SourceGrain> logger)
    : JournaledGrain<TryEvent>(services, logger), ISourceGrain
{
    private readonly SourceTries _tries = new();

    protected override JournalId JournalId => JournalId.Of("source", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<TryEvent> EventType => DomainJson.Default.TryEvent;

    protected override int SnapshotSchema => 1;

    private IPressureGrain Everywhere => GrainFactory.GetGrain<IPressureGrain>(IPressureGrain.Key);

    public async Task<Outcome<Done>> Enter()
    {
        var pressed = await Everywhere.IsHigh();
        var entered = await Commit(Envelope.Once(), act => _tries.Enter(limits, pressed, act.At), GrainsJson.Default.Done);
        if (entered.Accepted)
        {
            // Only who is let try counts everywhere: a source that is shut out must not make it harder for all others.
            await Everywhere.Tried();
        }

        return entered;
    }

    public async Task GiveBack(int count)
    {
        await Everywhere.Opened(count);
        await Commit(Envelope.Once(), _ => _tries.GiveBack(count), GrainsJson.Default.Done);
    }

    protected override void Apply(TryEvent happened) => _tries.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_tries.Lost, GrainsJson.Default.ValueListDateTimeOffset);

    protected override void RestoreState(JsonText state) => _tries.Restore(state.Read(GrainsJson.Default.ValueListDateTimeOffset));
}
