using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Fhir.Audit;

/// <summary>One code of an audit event: of what system, and what it says.</summary>
internal sealed record AuditCode(string System, string Code, string? Display = null);

/// <summary>What an audit event is about, as DICOM (PS3.15, A.5) and FHIR R4 name it.</summary>
/// <param name="Type">The family: access by REST, authentication, alert about security.</param>
/// <param name="Subtype">What exactly.</param>
/// <param name="Action">C, R, U, D or E, as AuditEvent.action.</param>
internal sealed record AuditKind(AuditCode Type, AuditCode Subtype, string Action)
{
    private static readonly AuditCode Authentication = new(AuditCodes.Dicom, "110114", "User Authentication");
    private static readonly AuditCode SecurityAlert = new(AuditCodes.Dicom, "110113", "Security Alert");
    private static readonly AuditKind SignIn = new(Authentication, new(AuditCodes.Dicom, "110122", "Login"), "E");
    private static readonly AuditKind SignOut = new(Authentication, new(AuditCodes.Dicom, "110123", "Logout"), "E");

    // DICOM's for changes of what somebody is known by: passwords, means of sign-in, addresses of theirs.
    private static readonly AuditKind AccountChange = new(SecurityAlert, new(AuditCodes.Dicom, "110137", "User Security Attributes Changed"), "U");

    /// <summary>What a trace of <paramref name="action"/> is about.</summary>
    public static AuditKind Of(TraceAction action) => action switch
    {
        TraceAction.SignedIn => SignIn,
        TraceAction.SignedOut => SignOut,
        TraceAction.ChangedPassword or TraceAction.ChangedContact or TraceAction.ChangedSignIn or TraceAction.RecoveredAccount => AccountChange,
        TraceAction.ReadSheet or TraceAction.OpenedDocument or TraceAction.ReadResource => Rest("read", "R"),
        TraceAction.WroteResources => Rest("transaction", "E"),
        TraceAction.ChangedDocument => Rest("patch", "E"),
        TraceAction.ReadSpace or TraceAction.ActedForHolder => Rest("operation", "E"),
        TraceAction.ListedDocuments or TraceAction.ReadHistory or TraceAction.SearchedResources
            or TraceAction.RequestedExport or TraceAction.DownloadedExport or TraceAction.AssistedActivation => Rest("search", "E"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such action."),
    };

    private static AuditKind Rest(string interaction, string action) =>
        new(new(AuditCodes.EventTypes, "rest", "RESTful Operation"), new(AuditCodes.Interactions, interaction), action);
}
