using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Fhir.Consents;

/// <summary>Codes of Consents: scope, policy, purposes, actors.</summary>
internal static class ConsentCodes
{
    public const string Scopes = "http://terminology.hl7.org/CodeSystem/consentscope";
    public const string Privacy = "patient-privacy";
    public const string Categories = "http://loinc.org";

    // LOINC: patient consent.
    public const string PatientConsent = "59284-0";
    public const string Acts = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public const string Roles = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    // v3-ParticipationType: information recipient.
    public const string Recipient = "IRCP";
    private const string Reasons = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    // The third purpose of the record has no code in v3-ActReason.
    private const string OwnPurposes = "https://monespacesante.example/consent-purposes";

    /// <summary>The purpose of a choice for emergencies; none of what is about somebody.</summary>
    public static (string System, string Code)? Purpose(ConsentKind kind) => kind switch
    {
        ConsentKind.RegulationCentre => (Reasons, "ETREAT"),
        ConsentKind.BreakGlass => (Reasons, "BTG"),
        ConsentKind.HiddenInEmergency => (OwnPurposes, "MASKED"),
        _ => null,
    };

    /// <summary>The type of resource, the system and the value that name <paramref name="subject"/>.</summary>
    public static (string Type, string System, string Value) Actor(AccessSubject subject) => subject.ToString() switch
    {
        ['P', '/', .. var professional] => ("Practitioner", ProfessionalId.System, professional),
        ['S', '/', .. var structure] => ("Organization", StructureId.System, structure),
        var other => throw new ArgumentOutOfRangeException(nameof(subject), other.Length, "Neither a professional nor a structure."),
    };
}
