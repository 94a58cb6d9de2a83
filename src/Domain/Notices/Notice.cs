namespace MonEspaceSante.Domain.Notices;

/// <summary>
/// Something the holder is told. Carries no health data and no name: a pointer, so that it may travel in queues; what it points at is read in the
/// space.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it is about: a document, a trace, a block, a report, the command that collected a consent.</param>
/// <param name="At">When it happened.</param>
public sealed record Notice(NoticeKind Kind, Guid Subject, DateTimeOffset At);

/// <summary>What holders are told about.</summary>
public enum NoticeKind
{
    /// <summary>A document was added to the record.</summary>
    DocumentAdded,

    /// <summary>A professional came in for the first time.</summary>
    FirstAccess,

    /// <summary>Someone came in in an emergency mode: always told (L. 1111-17 I, R. 1111-48).</summary>
    EmergencyAccess,

    /// <summary>A professional settled access for the holder: a doctor blocked somebody, a member of the care team collected a consent.</summary>
    SettledForYou,

    /// <summary>A professional known to the record came in from a structure that is not.</summary>
    NewStructure,

    /// <summary>Someone whom the holder has blocked came in in an emergency mode: always told.</summary>
    BlockBypassed,

    /// <summary>A report that the holder made was answered, or closed.</summary>
    ReportAnswered,

    /// <summary>The six weeks to object are over: the space has opened by itself.</summary>
    SpaceOpened,

    /// <summary>The space was closed.</summary>
    SpaceClosed,

    /// <summary>The deletion of the closed space was asked for: told at once (R. 1111-36).</summary>
    DeletionAsked,

    /// <summary>The deletion is wanted no longer.</summary>
    DeletionCancelled,

    /// <summary>The closed space is in use again.</summary>
    SpaceReopened,

    /// <summary>The insurer has suspended the space: told, since silence closes it (R. 1111-36).</summary>
    SpaceSuspended,

    /// <summary>The insurer has ended the suspension.</summary>
    SuspensionLifted,

    /// <summary>The space is erased.</summary>
    SpaceErased,

    /// <summary>To the attending doctor, not to the holder: someone came in in an emergency mode (L. 1111-17 I, R. 1111-48).</summary>
    EmergencyOfPatient,

    /// <summary>Somebody was invited from this space to act for its holder.</summary>
    InvitationSent,

    /// <summary>Somebody invites the holder to act for them.</summary>
    InvitationReceived,

    /// <summary>Who was invited has answered.</summary>
    InvitationAnswered,

    /// <summary>Until when or how far the holder cares for somebody has changed.</summary>
    DelegationChanged,

    /// <summary>A delegation ends in thirty days.</summary>
    DelegationEndsSoon,

    /// <summary>Somebody acts for another no longer: told to both sides.</summary>
    ProxyEnded,

    /// <summary>Somebody represents the holder from now on: told to both sides.</summary>
    RepresentativeNamed,

    /// <summary>An archive of everything, which the holder or their representative has asked for, is ready.</summary>
    ExportReady,
}

/// <summary>Rules about kinds of notices.</summary>
public static class NoticeKinds
{
    /// <summary>
    /// Whether the holder can do without mails about <paramref name="kind"/>: emergencies cannot be switched off (L. 1111-17 I), nor what becomes of the
    /// space itself (R. 1111-36).
    /// </summary>
    public static bool CanBeMuted(this NoticeKind kind) =>
        kind is not (NoticeKind.EmergencyAccess or NoticeKind.BlockBypassed or >= NoticeKind.SpaceOpened and <= NoticeKind.SpaceErased);
}
