using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Fhir.Audit;

/// <summary>What the history is searched by as AuditEvents: parameters of R4 whose values the domain finds in a trace (<see cref="TraceIndex"/>).</summary>
public static class AuditEventParameters
{
    private const string Type = "AuditEvent";

    private static readonly (string Code, string Type)[] Known =
    [
        (Clause.Id, "token"), (TraceIndex.Date, "date"), (TraceIndex.Agent, "reference"), (TraceIndex.AgentName, "string"), (TraceIndex.Entity, "reference"),
        (TraceIndex.Outcome, "token"),
    ];

    /// <summary>The type, as searches know it.</summary>
    public static SearchableType Searchable { get; } = new(Type, Known.Select(known => ProfileParameter.Of(Type, known.Code, known.Type)));
}
