using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Outbox;
using Orleans;

namespace MonEspaceSante.Grains.Reports;

/// <summary>The reports of one holder. The key is the space. The holder makes, reads and withdraws them; agents of support handle them.</summary>
[Alias("mes.reports")]
public interface IReportsGrain : IOutboxOwner
{
    /// <summary>The holder reports something.</summary>
    [Alias("Make")]
    Task<Outcome<Report>> Make(Envelope envelope, MakeReport command);

    /// <summary>An agent takes a report in hand.</summary>
    [Alias("Take")]
    Task<Outcome<Report>> Take(Envelope envelope, TakeReport command);

    /// <summary>The agent answers.</summary>
    [Alias("Answer")]
    Task<Outcome<Report>> Answer(Envelope envelope, AnswerReport command);

    /// <summary>The agent closes it, or the holder withdraws it.</summary>
    [Alias("Close")]
    Task<Outcome<Report>> Close(Envelope envelope, CloseReport command);

    /// <summary>The holder's reports, the latest first.</summary>
    [Alias("Mine")]
    Task<Outcome<ReportList>> Mine();

    /// <summary>A report, for the agent who has it in hand.</summary>
    [Alias("Read")]
    Task<Outcome<Report>> Read(Guid id);
}

/// <summary>The worklist of support. There is one, of the key <see cref="Key"/>.</summary>
[Alias("mes.report-worklist")]
public interface IReportWorklistGrain : IGrainWithStringKey
{
    /// <summary>The key of the one grain.</summary>
    const string Key = "platform";

    /// <summary>A report is new, or its state has changed; for the platform alone. A repetition changes nothing.</summary>
    [Alias("Write")]
    Task<Outcome<Done>> Write(WorklistLine line);

    /// <summary>The open reports, the oldest first, for agents of support.</summary>
    [Alias("Read")]
    Task<Outcome<WorklistLines>> Read();
}

/// <summary>Reports of one holder, the latest first.</summary>
public sealed record ReportList(ValueList<Report> Reports);

/// <summary>Lines of the worklist, the oldest first.</summary>
public sealed record WorklistLines(ValueList<WorklistLine> Lines);
