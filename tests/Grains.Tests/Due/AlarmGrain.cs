using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Due;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Grains.Tests.Due;

/// <summary>Asks to be woken, and remembers each time that it was.</summary>
public interface IAlarmGrain : IDueTarget
{
    Task Set(IReadOnlyList<DueItem> items);

    /// <summary>For what it was woken, in that order; twice where it was woken twice.</summary>
    Task<Guid[]> Rung();
}

/// <summary>Woken for something.</summary>
public sealed record AlarmEvent(Guid Id, bool Rings);

[GrainType("alarm")]
internal sealed class AlarmGrain(JournalServices services, ILogger<AlarmGrain> logger) : JournaledGrain<AlarmEvent>(services, logger), IAlarmGrain
{
    private readonly List<Guid> _rung = [];

    protected override JournalId JournalId => JournalId.Of("alarm", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<AlarmEvent> EventType => AlarmJson.Default.AlarmEvent;

    protected override int SnapshotSchema => 1;

    public async Task Set(IReadOnlyList<DueItem> items)
    {
        // Calls of interfaces that are not the platform's come without a statement of who calls.
        using var acting = CallerContext.Become(new Caller.Platform("test"));
        await Commit(
            Envelope.Once(),
            _ => new Decision<AlarmEvent, Done>([.. items.Select(item => new AlarmEvent(item.Id, Rings: false))], Done.Answer, []) { Due = items },
            GrainsJson.Default.Done);
    }

    public Task<Guid[]> Rung() => Task.FromResult(_rung.ToArray());

    /// <summary>Never succeeds for what is to be removed.</summary>
    public Task FallDue(DueItem item) => item.Kind is DueKind.ExportToRemove
        ? throw new InvalidOperationException("This one is poison.")
        : Commit(Envelope.Once(), _ => new Decision<AlarmEvent, Done>([new(item.Id, Rings: true)], Done.Answer, []), GrainsJson.Default.Done);

    protected override void Apply(AlarmEvent happened)
    {
        if (happened.Rings)
        {
            _rung.Add(happened.Id);
        }
    }

    protected override JsonText SnapshotState() => JsonText.Of([.. _rung], AlarmJson.Default.GuidArray);

    protected override void RestoreState(JsonText state) => _rung.AddRange(state.Read(AlarmJson.Default.GuidArray));
}

[JsonSerializable(typeof(AlarmEvent))]
[JsonSerializable(typeof(Guid[]))]
internal sealed partial class AlarmJson : JsonSerializerContext;
