using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Reports;

/// <summary>The reports of one holder, in the order they were made.</summary>
/// <param name="space">Whose.</param>
public sealed class ReportBook(SpaceId space)
{
    private readonly Dictionary<Guid, Report> _reports = [];
    private readonly Dictionary<Guid, ReportState> _listed = [];

    /// <summary>Whose.</summary>
    public SpaceId Space { get; } = space;

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Report> Reports => _reports.Values;

    /// <summary>Those whose state the worklist of support does not know yet.</summary>
    public IEnumerable<Report> Unlisted => _reports.Values.Where(report => !_listed.TryGetValue(report.Id, out var known) || known != report.State);

    /// <summary>The report <paramref name="id"/>, if there is one.</summary>
    public Report? Find(Guid id) => _reports.GetValueOrDefault(id);

    /// <summary>Whether the holder is <paramref name="caller"/>.</summary>
    public bool IsOf(Caller caller) => caller is Caller.Holder or Caller.Representative && caller.SpaceActedIn == Space;

    /// <summary>Takes in an event.</summary>
    public void Apply(ReportEvent happened)
    {
        switch (happened)
        {
            case ReportEvent.Made made:
                _reports.Add(made.Report.Id, made.Report);
                break;
            case ReportEvent.TakenInHand taken:
                Update(taken.Id, report => report with { State = ReportState.InHand, Agent = taken.Agent });
                break;
            case ReportEvent.Answered answered:
                Update(answered.Id, report => report with { State = ReportState.Answered, Agent = answered.Agent, Answer = answered.Text });
                break;
            case ReportEvent.Ended ended:
                // What was lent for the handling is given back with it.
                Update(ended.Id, report => report with { State = ReportState.Closed, Evidence = null });
                break;
            case ReportEvent.Listed listed:
                _listed[listed.Id] = listed.State;
                break;
            default:
                throw new InvalidOperationException($"A book of reports does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public ReportBookSnapshot Snapshot() => new(_reports.Values.ToValueList(), _listed.Select(listed => new ReportEvent.Listed(listed.Key, listed.Value)).ToValueList());

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(ReportBookSnapshot snapshot)
    {
        foreach (var report in snapshot.Reports)
        {
            _reports.Add(report.Id, report);
        }

        foreach (var listed in snapshot.Listed)
        {
            Apply(listed);
        }
    }

    private void Update(Guid id, Func<Report, Report> change) => _reports[id] = change(_reports[id]);
}

/// <summary>A book of reports at one moment.</summary>
public sealed record ReportBookSnapshot(ValueList<Report> Reports, ValueList<ReportEvent.Listed> Listed);
