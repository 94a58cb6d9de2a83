using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>What every reading writes before it discloses: the trace, the authorisation that a statement made, the notices it owes the holder.</summary>
internal static class Reading
{
    /// <summary>The trace of a reading or an attempt.</summary>
    public static AccessTrace Trace(
        Space space, Act act, AccessContext context, TraceAction action, AccessMatrix matrix, AccessVerdict gate, AccessVerdict? sight = null,
        DocumentSheet? document = null) =>
        new(act.CommandId, act.At, act.By, context, action, gate.Allowed && sight?.Allowed != false, gate.Reason, sight?.Reason,
            document?.LogicalId, document?.Draft.Title, document?.Draft.Type, null,
            act.By is Caller.Professional professional ? space.AuthorisationOf(professional, act.At) : null,
            AccessRules.Version, matrix.Version);

    /// <summary>
    /// The events of a reading that was let in: a stated consent becomes an authorisation, then the trace. Not in secret connection, whose
    /// professional would appear in the list of the authorised.
    /// </summary>
    public static IReadOnlyList<SpaceEvent> Events(Space space, AccessTrace trace)
    {
        if (SecretConnection.Covers(space, trace)
            || trace is not { Allowed: true, Gate: AccessReason.ConsentDeclared or AccessReason.CareTeamDeclared, By: Caller.Professional professional })
        {
            return [new SpaceEvent.Accessed(trace)];
        }

        var authorisation = new Authorisation(
            AccessSubject.Of(professional.Id), professional.Name, trace.Context.Declaration, trace.At, trace.At.AddYears(Authorisation.Years));
        return [new SpaceEvent.AuthorisationGranted(authorisation), new SpaceEvent.Accessed(trace with { Authorisation = authorisation })];
    }

    /// <summary>
    /// What the holder is told: each emergency access, past their block or not, and the first access of each professional, and from each structure;
    /// nothing of a secret connection. The attending doctor is told of emergencies too.
    /// </summary>
    public static IReadOnlyList<Notice> Notices(Space space, AccessTrace trace) =>
        trace is not { Allowed: true, By: Caller.Professional professional } || SecretConnection.Covers(space, trace) ? []
        : [.. Kinds(space, trace, professional).Select(kind => new Notice(kind, trace.Id, trace.At))];

    private static NoticeKind[] Kinds(Space space, AccessTrace trace, Caller.Professional professional) =>
        trace.Context.Mode is not AccessMode.Normal ?
        [
            NoticeKind.EmergencyAccess,
            .. space.IsBlocked(professional) ? [NoticeKind.BlockBypassed] : Array.Empty<NoticeKind>(),
            .. IsTold(space, professional) ? [NoticeKind.EmergencyOfPatient] : Array.Empty<NoticeKind>(),
        ]
        : !space.HasVisited(AccessSubject.Of(professional.Id)) ? [NoticeKind.FirstAccess]
        : professional.Structure is { } structure && !space.HasVisited(AccessSubject.Of(structure.Id)) ? [NoticeKind.NewStructure]
        : [];

    // Who is blocked may not know what goes on in the record; who came in knows already.
    private static bool IsTold(Space space, Caller.Professional visitor) =>
        space.Holder?.AttendingDoctor is { } doctor && doctor != visitor.Id && space.BlockOn(AccessSubject.Of(doctor)) is null;
}
