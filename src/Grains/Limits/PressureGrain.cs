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

[GrainType("pressure")]
internal sealed partial class PressureGrain(JournalServices services, ILogger<PressureGrain> logger)
    : JournaledGrain<PressureEvent>(services, logger), IPressureGrain
{
    private readonly Pressure _pressure = new();
    private int _tries;
    private int _opened;
    private bool _high;

    protected override JournalId JournalId => JournalId.Of("pressure", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<PressureEvent> EventType => DomainJson.Default.PressureEvent;

    protected override int SnapshotSchema => 1;

    public Task<bool> IsHigh()
    {
        var high = _pressure.IsHighAt(Time.GetUtcNow());
        if (high && !_high)
        {
            LogHigh(Logger);
        }

        _high = high;
        return Task.FromResult(high);
    }

    public async Task Tried()
    {
        if (++_tries < Pressure.Batch)
        {
            return;
        }

        var batch = (Tries: _tries, Opened: _opened);
        (_tries, _opened) = (0, 0);
        await Commit(
            Envelope.Once(),
            act => new Decision<PressureEvent, Done>([new PressureEvent.Counted(batch.Tries, batch.Opened, act.At)], Done.Answer, []),
            GrainsJson.Default.Done);
    }

    public Task Opened(int tries)
    {
        _opened += tries;
        return Task.CompletedTask;
    }

    protected override void Apply(PressureEvent happened) => _pressure.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of([.. _pressure.Batches], GrainsJson.Default.PressureEventArray);

    protected override void RestoreState(JsonText state) => Array.ForEach(state.Read(GrainsJson.Default.PressureEventArray), Apply);

    [LoggerMessage(3041, LogLevel.Warning, "Most tries to get in are lost, from many places: each source has fewer until it is over.")]
    private static partial void LogHigh(ILogger logger);
}
