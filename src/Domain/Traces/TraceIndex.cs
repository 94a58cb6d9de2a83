using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Traces;

/// <summary>
/// What an entry of the history is found by: the search parameters that R4 gives AuditEvents, and what the citizen's own page filters by (domain
/// facts, access rights, section 6). Made from what the reader is told, so that nothing withheld can be searched for.
/// </summary>
public static class TraceIndex
{
    /// <summary>When.</summary>
    public const string Date = "date";

    /// <summary>Done (<see cref="Succeeded"/>) or refused (<see cref="Failed"/>).</summary>
    public const string Outcome = "outcome";

    /// <summary>The document or resource that was asked for, and the person it is about.</summary>
    public const string Entity = "entity";

    /// <summary>Who, by their identity or number.</summary>
    public const string Agent = "agent";

    /// <summary>Who, by their name.</summary>
    public const string AgentName = "agent-name";

    /// <summary>One of <see cref="Groups"/>; no parameter of R4.</summary>
    public const string Group = "group";

    /// <summary>One of <see cref="ActorKinds"/>; no parameter of R4.</summary>
    public const string Actor = "actor";

    /// <summary>The access mode, by its name in <see cref="AccessMode"/>; no parameter of R4.</summary>
    public const string Mode = "mode";

    /// <summary>The action was done (FHIR R4, audit-event-outcome).</summary>
    public const string Succeeded = "0";

    /// <summary>The action was refused (FHIR R4, audit-event-outcome).</summary>
    public const string Failed = "4";

    private const string General = "GENERAL";
    private const string MedicalDocument = "MEDICAL_DOCUMENT";

    private const string Professional = "HEALTHCARE_PROFESSIONAL";
    private const string Facility = "HEALTHCARE_FACILITY";
    private const string Patient = "PATIENT";
    private const string System = "SYSTEM";

    /// <summary>The groups of entries. Referenced services (SERVICE_TIERS) have a group although none can come in yet: it is empty.</summary>
    public static IReadOnlyList<string> Groups { get; } = [General, MedicalDocument, "SERVICE_TIERS"];

    /// <summary>The kinds of actors that can leave a trace.</summary>
    public static IReadOnlyList<string> ActorKinds { get; } = [Professional, Facility, Patient, System];

    /// <summary>The kind of <paramref name="caller"/>.</summary>
    public static string KindOf(Caller caller) => caller switch
    {
        Caller.Professional or Caller.Staff => Professional,
        Caller.Organisation => Facility,
        Caller.Platform => System,
        _ => Patient,
    };

    /// <summary>The group of an action.</summary>
    public static string GroupOf(TraceAction action) =>
        action is TraceAction.ListedDocuments or TraceAction.ReadSheet or TraceAction.OpenedDocument or TraceAction.ChangedDocument ? MedicalDocument : General;

    internal static Indexed Of(AccessTrace trace, Guid space) => new(trace.Id, trace.At, new(Values(trace, space).ToValueList()));

    private static IEnumerable<IndexedValue> Values(AccessTrace trace, Guid space) =>
    [
        new IndexedValue.Moment(Date, trace.At, trace.At.AddMilliseconds(1)),
        new IndexedValue.Token(Outcome, null, trace.Allowed ? Succeeded : Failed),
        new IndexedValue.Token(Group, null, GroupOf(trace.Action)),
        new IndexedValue.Token(Actor, null, KindOf(trace.By)),
        new IndexedValue.Token(Mode, null, trace.Context.Mode.ToString()),
        new IndexedValue.Link(Entity, "Patient", space),
        .. trace.Document is { } document
            ? [new IndexedValue.Link(Entity, "DocumentReference", document), new IndexedValue.Link(Entity, "Binary", document)] : Array.Empty<IndexedValue>(),
        .. trace.Resource is { } resource ? [new IndexedValue.Link(Entity, trace.Type, resource)] : Array.Empty<IndexedValue>(),
        .. AgentsOf(trace.By, space),
    ];

    private static IEnumerable<IndexedValue> AgentsOf(Caller caller, Guid space) => caller switch
    {
        Caller.Professional professional => [Named(professional.Name), Numbered(ProfessionalId.System, professional.Id.Value), .. At(professional.Structure)],
        Caller.Staff staff => [Named(staff.Name), Numbered(ProfessionalId.System, staff.Id.Value), .. At(staff.Structure)],
        Caller.Organisation structure => [Named(structure.Name), Numbered(StructureId.System, structure.Id.Value)],
        Caller.Representative representative => [Named(representative.Name)],
        Caller.Carer carer => [Named(carer.Name)],
        Caller.Holder => [new IndexedValue.Link(Agent, "Patient", space)],
        _ => [],
    };

    private static IEnumerable<IndexedValue> At(Workplace? structure) =>
        structure is null ? [] : [Named(structure.Name), Numbered(StructureId.System, structure.Id.Value)];

    private static IndexedValue.Text Named(string name) => new(AgentName, name);

    private static IndexedValue.Link Numbered(string system, string number) => new(Agent, null, null, null, system, number);
}
