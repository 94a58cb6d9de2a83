using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Reports;

/// <summary>
/// The operator's support: agents who hold a card of personnel (CPE) of the operator's own organisation. They are people known by name, without a
/// professional number, so that no rule lets them read a record (security design, rule 23).
/// </summary>
/// <param name="Operator">The operator's organisation; <see langword="null"/> where there is no support.</param>
public sealed record SupportTeam(StructureId? Operator)
{
    /// <summary>The national identifier of the agent that <paramref name="caller"/> is, or <see langword="null"/>.</summary>
    public string? AgentOf(Caller caller) =>
        Operator is { } house && caller is Caller.Staff { Structure: { } employer } staff && employer.Id == house ? staff.Id.Value : null;
}

/// <summary>An agent of support takes a report in hand.</summary>
public sealed record TakeReport(Guid Id)
{
    /// <summary>The rule.</summary>
    public static Decision<ReportEvent, Report> Decide(ReportBook book, TakeReport command, Act act, SupportTeam support) =>
        support.AgentOf(act.By) is not { } agent ? ReportRefusals.OnlySupport
        : book.Find(command.Id) is not { IsOpen: true } report ? ReportRefusals.Unknown
        : report.Agent == agent ? report
        : report.Agent is not null ? ReportRefusals.InOtherHands
        : new Decision<ReportEvent, Report>(
            [new ReportEvent.TakenInHand(report.Id, agent, act.At)], report with { State = ReportState.InHand, Agent = agent }, []);
}

/// <summary>The agent who has a report in hand answers it; the holder is told.</summary>
/// <param name="Id">The report.</param>
/// <param name="Text">The answer: 1 to <see cref="Report.LongestText"/> characters.</param>
public sealed record AnswerReport(Guid Id, string Text)
{
    /// <summary>The rule.</summary>
    public static Decision<ReportEvent, Report> Decide(ReportBook book, AnswerReport command, Act act, SupportTeam support)
    {
        if (support.AgentOf(act.By) is not { } agent)
        {
            return ReportRefusals.OnlySupport;
        }

        var text = command.Text.Trim();
        return book.Find(command.Id) is not { IsOpen: true } report ? ReportRefusals.Unknown
            : report.Agent != agent ? ReportRefusals.InOtherHands
            : text.Length is 0 or > Report.LongestText ? ReportRefusals.TextLength.At("text")
            : report.Answer == text ? report
            : new Decision<ReportEvent, Report>(
                [new ReportEvent.Answered(report.Id, agent, text, act.At)], report with { State = ReportState.Answered, Answer = text },
                [new Notice(NoticeKind.ReportAnswered, report.Id, act.At)]);
    }
}

/// <summary>A report is over: the agent who has it closes it and the holder is told, or the holder withdraws it.</summary>
public sealed record CloseReport(Guid Id)
{
    /// <summary>The rule.</summary>
    public static Decision<ReportEvent, Report> Decide(ReportBook book, CloseReport command, Act act, SupportTeam support)
    {
        var agent = support.AgentOf(act.By);
        if (agent is null && !book.IsOf(act.By))
        {
            return ReportRefusals.OnlySupport;
        }

        return book.Find(command.Id) is not { } report ? ReportRefusals.Unknown
            : !report.IsOpen ? report
            : agent is not null && report.Agent != agent ? ReportRefusals.InOtherHands
            : new Decision<ReportEvent, Report>(
                [new ReportEvent.Ended(report.Id, agent, act.At)], report with { State = ReportState.Closed, Evidence = null },
                agent is null ? [] : [new Notice(NoticeKind.ReportAnswered, report.Id, act.At)]);
    }
}
