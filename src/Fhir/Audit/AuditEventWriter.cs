using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Audit;

/// <summary>Writes a trace as an AuditEvent, as the holder reads it (L. 1111-19 CSP).</summary>
/// <remarks>
/// Shaped like PatientRead and PatientQuery of IHE BALP 1.1, without claiming the profiles: they ask for network addresses, which the trace does
/// not keep, and leave no room for the title of the document and for the decision, which the holder wants to read.
/// </remarks>
public static class AuditEventWriter
{
    /// <summary>Writes <paramref name="trace"/> of the space <paramref name="space"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="trace">What the reader may know of: a document withheld from the holder must have been taken out of it before.</param>
    /// <param name="space">The space it was left in.</param>
    public static void Write(Utf8JsonWriter json, AccessTrace trace, SpaceId space)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(trace);
        var kind = AuditKind.Of(trace.Action);

        // Two rules decided where a document was asked for: how they came in, and why they saw it.
        Why[] whys = [.. new[] { trace.Gate, trace.Sight ?? trace.Gate }.Distinct().Select(AccessReasons.Why)];
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "AuditEvent");
            json.WriteString("id", new ResourceId(space, trace.Id).ToString());
            json.WriteCoding("type", kind.Type.System, kind.Type.Code, kind.Type.Display);
            json.WriteArray("subtype", () => json.AddCoding(kind.Subtype.System, kind.Subtype.Code, kind.Subtype.Display));
            json.WriteString("action", kind.Action);
            json.WriteInstant("recorded", trace.At);
            // 0: success; 4: minor failure, the action was not done.
            json.WriteString("outcome", trace.Allowed ? "0" : "4");
            json.WriteBilingual("outcomeDesc", string.Join(' ', whys.Select(why => why.French)), string.Join(' ', whys.Select(why => why.English)));
            json.WriteArray("agent", () =>
            {
                AgentWriter.WriteUser(json, trace);
                AgentWriter.WritePlatform(json, sendsData: kind.Action == "R");
            });
            json.WriteObject("source", () =>
            {
                json.WriteObject("observer", () => json.WriteString("display", AgentWriter.PlatformName));
                json.WriteArray("type", () => json.AddCoding(AuditCodes.SourceTypes, "4", "Application Server"));
            });
            json.WriteArray("entity", () =>
            {
                WriteEntity(json, $"Patient/{space.Value}", type: "1", role: "1");
                if (trace.Document is { } document)
                {
                    var resource = trace.Action is TraceAction.OpenedDocument ? "Binary" : "DocumentReference";
                    WriteEntity(json, $"{resource}/{new ResourceId(space, document)}", type: "2", role: "3", trace.Title);
                }

                if (trace is { Resource: { } kept, Type: { } keptType })
                {
                    WriteEntity(json, $"{keptType}/{new ResourceId(space, kept)}", type: "2", role: "4");
                }

                WriteDecision(json, trace, whys);
            });
        });
    }

    private static void WriteEntity(Utf8JsonWriter json, string reference, string type, string role, string? name = null) => json.AddObject(() =>
    {
        json.WriteObject("what", () => json.WriteString("reference", reference));
        json.WriteCoding("type", AuditCodes.EntityTypes, type);
        json.WriteCoding("role", AuditCodes.EntityRoles, role);
        json.WriteStringIfAny("name", name);
    });

    // Role 13, security resource: the rules by which it was decided, so that the decision can be understood years later.
    private static void WriteDecision(Utf8JsonWriter json, AccessTrace trace, Why[] whys) => json.AddObject(() =>
    {
        json.WriteCoding("type", AuditCodes.EntityTypes, "2");
        json.WriteCoding("role", AuditCodes.EntityRoles, "13");
        json.WriteString("name", "access-decision");
        json.WriteArray("detail", () =>
        {
            WriteDetail(json, "action", trace.Action.ToString());
            WriteDetail(json, "mode", ModeCode(trace.Context.Mode));
            WriteDetail(json, "gate-rule", trace.Gate.ToString());
            WriteDetail(json, "sight-rule", trace.Sight?.ToString());
            WriteDetail(json, "legal-source", string.Join("; ", whys.Select(why => why.Source).Distinct()));
            WriteDetail(json, "rules-version", trace.Rules);
            WriteDetail(json, "matrix-version", trace.Matrix);
            WriteDetail(json, "stated-reason", trace.Context.Reason);
            WriteDetail(json, "stated-consent", trace.Context.Declaration is ConsentDeclaration.None ? null : trace.Context.Declaration.ToString());
            WriteDetail(json, "structure", (trace.By as Caller.Professional)?.Structure?.Name ?? (trace.By as Caller.Staff)?.Structure?.Name);
            WriteDetail(json, "identity-proof", (trace.By as Caller.Professional)?.ProvenBy is PersonalProof.ProSanteConnect ? nameof(PersonalProof.ProSanteConnect) : null);
            WriteDetail(json, "vouched-by", (trace.By as Caller.Professional)?.VouchedBy?.Value);
            WriteDetail(json, "document-type", trace.Type);
            WriteDetail(json, "documents-listed", trace.Count?.ToString(CultureInfo.InvariantCulture));
            WriteDetail(json, "authorised-until", trace.Authorisation is { } authorisation ? Datatypes.Instant(authorisation.Until) : null);
        });
    });

    private static void WriteDetail(Utf8JsonWriter json, string type, string? value)
    {
        if (value is not { Length: > 0 })
        {
            return;
        }

        json.AddObject(() =>
        {
            json.WriteString("type", type);
            json.WriteString("valueString", value);
        });
    }

    // TRE_R248.
    private static string ModeCode(AccessMode mode) => mode switch
    {
        AccessMode.Normal => "normal",
        AccessMode.BreakGlass => "bris_de_glace",
        AccessMode.RegulationCentre => "centre_15",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such access mode."),
    };
}
