namespace MonEspaceSante.Fhir.Audit;

/// <summary>Code systems of audit events (FHIR R4, DICOM, HL7 v3).</summary>
internal static class AuditCodes
{
    public const string EventTypes = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    public const string Interactions = "http://hl7.org/fhir/restful-interaction";
    public const string EntityTypes = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    public const string EntityRoles = "http://terminology.hl7.org/CodeSystem/object-role";
    public const string SourceTypes = "http://terminology.hl7.org/CodeSystem/security-source-type";
    public const string Participations = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    public const string Purposes = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    public const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
}
