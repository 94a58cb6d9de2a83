using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Reports;

/// <summary>A line of the worklist of support: that there is a report, not what it says.</summary>
/// <param name="Id">The report.</param>
/// <param name="Space">Whose, opaquely: for the platform to find it, not for support.</param>
/// <param name="Subject">What kind of thing is reported.</param>
/// <param name="State">Where its handling is.</param>
/// <param name="At">When it was made.</param>
/// <param name="Agent">Who has it in hand.</param>
public sealed record WorklistLine(Guid Id, SpaceId Space, ReportSubject Subject, ReportState State, DateTimeOffset At, string? Agent);

/// <summary>What happens to the worklist.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(LineWritten), "line-written")]
public abstract record WorklistEvent
{
    private WorklistEvent()
    {
    }

    /// <summary>A line is new, or takes the place of the one it had.</summary>
    public sealed record LineWritten(WorklistLine Line) : WorklistEvent;
}

/// <summary>The reports that support has to do with: those that are not closed.</summary>
public sealed class Worklist
{
    private readonly Dictionary<Guid, WorklistLine> _lines = [];

    /// <summary>The lines, in the order they came.</summary>
    public IReadOnlyCollection<WorklistLine> Lines => _lines.Values;

    /// <summary>The line of the report <paramref name="id"/>, while it is open.</summary>
    public WorklistLine? Find(Guid id) => _lines.GetValueOrDefault(id);

    /// <summary>Takes in an event.</summary>
    public void Apply(WorklistEvent happened)
    {
        switch (happened)
        {
            case WorklistEvent.LineWritten { Line: { State: ReportState.Closed } line }:
                _lines.Remove(line.Id);
                break;
            case WorklistEvent.LineWritten { Line: var line }:
                _lines[line.Id] = line;
                break;
            default:
                throw new InvalidOperationException($"A worklist does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>A line is brought; one that says nothing new changes nothing.</summary>
    public Decision<WorklistEvent, Done> Write(WorklistLine line) =>
        Find(line.Id) == line || (line.State is ReportState.Closed && Find(line.Id) is null) ? Done.Answer
        : new Decision<WorklistEvent, Done>([new WorklistEvent.LineWritten(line)], Done.Answer, []);
}
