using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Reports;

/// <summary>The holder reports something to support.</summary>
/// <param name="Subject">What is reported.</param>
/// <param name="Reference">Which one.</param>
/// <param name="Text">What the holder says of it: 1 to <see cref="Report.LongestText"/> characters.</param>
/// <param name="Evidence">What the holder lets support see, gathered where they ticked that consent.</param>
public sealed record MakeReport(ReportSubject Subject, string Reference, string Text, ReportEvidence? Evidence)
{
    /// <summary>The most reports that one holder has open at once.</summary>
    public const int MostOpen = 20;

    /// <summary>The rule.</summary>
    public static Decision<ReportEvent, Report> Decide(ReportBook book, MakeReport command, Act act)
    {
        if (!book.IsOf(act.By))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        var text = command.Text.Trim();
        if (text.Length is 0 or > Report.LongestText)
        {
            return ReportRefusals.TextLength.At("text");
        }

        var open = book.Reports.Where(report => report.IsOpen).ToList();
        if (open.Find(report => (report.Subject, report.Reference, report.Text) == (command.Subject, command.Reference, text)) is { } same)
        {
            return same;
        }

        if (open.Count >= MostOpen)
        {
            return ReportRefusals.TooManyOpen;
        }

        var made = new Report(Ids.Of(act.CommandId, "report"), command.Subject, command.Reference, text, command.Evidence, ReportState.Open, act.At);
        return new([new ReportEvent.Made(made)], made, []);
    }
}
