using System.Text.Json;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Audit;

/// <summary>Writes who took part in what a trace tells.</summary>
internal static class AgentWriter
{
    public const string PlatformName = "Espace santé libre";

    /// <summary>Who asked (BALP, agent user: information recipient).</summary>
    public static void WriteUser(Utf8JsonWriter json, AccessTrace trace) => json.AddObject(() =>
    {
        json.WriteConcept("type", AuditCodes.Participations, "IRCP", "information recipient");
        if (trace.By is Caller.Professional professional)
        {
            json.WriteArray("role", () => json.AddConcept(CodeSystems.Professions, professional.Profession));
        }

        json.WriteObject("who", () => WriteWho(json, trace.By));
        json.WriteStringIfAny("name", NameOf(trace.By));
        json.WriteBoolean("requestor", true);
        if (PurposeOf(trace) is { } purpose)
        {
            json.WriteArray("purposeOfUse", () => json.AddConcept(AuditCodes.Purposes, purpose));
        }
    });

    /// <summary>The platform (BALP, agent server): in a read it is the source of the data, in a query the destination of the question.</summary>
    public static void WritePlatform(Utf8JsonWriter json, bool sendsData) => json.AddObject(() =>
    {
        var (code, display) = sendsData ? ("110153", "Source Role ID") : ("110152", "Destination Role ID");
        json.WriteConcept("type", AuditCodes.Dicom, code, display);
        json.WriteObject("who", () => json.WriteString("display", PlatformName));
        json.WriteBoolean("requestor", false);
    });

    private static void WriteWho(Utf8JsonWriter json, Caller caller)
    {
        switch (caller)
        {
            case Caller.Holder holder:
                json.WriteString("reference", $"Patient/{holder.Space.Value}");
                break;
            case Caller.Representative representative:
                json.WriteString("display", representative.Name);
                break;
            case Caller.Carer carer:
                json.WriteString("display", carer.Name);
                break;
            case Caller.Professional professional:
                json.WriteIdentifier("identifier", ProfessionalId.System, professional.Id.Value);
                break;
            case Caller.Staff staff:
                json.WriteIdentifier("identifier", ProfessionalId.System, staff.Id.Value);
                break;
            case Caller.Organisation organisation:
                json.WriteIdentifier("identifier", StructureId.System, organisation.Id.Value);
                break;
            case Caller.Platform platform:
                json.WriteString("display", platform.Component);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(caller), caller.GetType().Name, "No such caller.");
        }
    }

    private static string? NameOf(Caller caller) => caller switch
    {
        Caller.Professional professional => professional.Name,
        Caller.Staff staff => staff.Name,
        Caller.Representative representative => representative.Name,
        Caller.Carer carer => carer.Name,
        Caller.Organisation organisation => organisation.Name,
        _ => null,
    };

    // HL7 v3 ActReason; the two emergencies are the purposes of the holder's standing consents.
    private static string? PurposeOf(AccessTrace trace) => (trace.By, trace.Context.Mode) switch
    {
        (Caller.Holder or Caller.Representative or Caller.Carer, _) => "PATRQT",
        (Caller.Professional, AccessMode.BreakGlass) => "BTG",
        (Caller.Professional, AccessMode.RegulationCentre) => "ETREAT",
        (Caller.Professional, _) => "TREAT",
        _ => null,
    };
}
