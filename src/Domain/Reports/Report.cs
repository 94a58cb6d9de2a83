using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Reports;

/// <summary>What a holder reports (signalement) to the operator's support: a professional, a document or a service that something is wrong with.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Subject">What is reported.</param>
/// <param name="Reference">Which one: the professional's national identifier, the document's logical identity, the name of the service.</param>
/// <param name="Text">What the holder says of it, for who handles it.</param>
/// <param name="Evidence">What the holder lets support see of the record; <see langword="null"/> without that consent.</param>
/// <param name="State">Where its handling is.</param>
/// <param name="At">When it was made.</param>
/// <param name="Agent">National identifier of the agent of support who has it in hand.</param>
/// <param name="Answer">What support answered.</param>
public sealed record Report(
    Guid Id, ReportSubject Subject, string Reference, string Text, ReportEvidence? Evidence, ReportState State, DateTimeOffset At,
    string? Agent = null, string? Answer = null)
{
    /// <summary>The most characters of the text of a report, and of an answer.</summary>
    public const int LongestText = 2_000;

    /// <summary>Whether its handling goes on.</summary>
    [JsonIgnore]
    public bool IsOpen => State is not ReportState.Closed;
}

/// <summary>What can be reported.</summary>
public enum ReportSubject
{
    /// <summary>A professional.</summary>
    Professional,

    /// <summary>A document of the holder's record.</summary>
    Document,

    /// <summary>A referenced service.</summary>
    Service,
}

/// <summary>Where the handling of a report is.</summary>
public enum ReportState
{
    /// <summary>Nobody has taken it yet.</summary>
    Open,

    /// <summary>An agent of support has it in hand.</summary>
    InHand,

    /// <summary>Support has answered.</summary>
    Answered,

    /// <summary>Closed by support or withdrawn by the holder.</summary>
    Closed,
}

/// <summary>What the holder lets support see of the record, as it stood when the report was made: never the content of a document.</summary>
/// <param name="DocumentTitle">The title of the reported document.</param>
/// <param name="Accesses">The accesses of the reported professional, the latest first.</param>
public sealed record ReportEvidence(string? DocumentTitle, ValueList<ReportedAccess> Accesses);

/// <summary>An access of the reported professional: when and what, no document named.</summary>
public sealed record ReportedAccess(DateTimeOffset At, TraceAction Action, bool Allowed);
