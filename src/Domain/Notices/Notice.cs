namespace MonEspaceSante.Domain.Notices;

/// <summary>Something the holder is told. Carries no health data and no name: a pointer, so that it may travel in queues; what it points at is read in the space.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it is about: a document, a trace, a block, the command that collected a consent.</param>
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
}
