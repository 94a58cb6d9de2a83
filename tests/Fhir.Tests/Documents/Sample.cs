using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Fhir.Tests.Documents;

/// <summary>A DocumentReference that the record takes in, for tests to spoil.</summary>
internal static class Sample
{
    /// <summary>A demonstration number: nobody's.</summary>
    public static readonly Ins Patient = Ins.Read(InsAuthority.DemoNir, "279035121518989").Value;

    public const string Professional = "899700218896";

    public static readonly byte[] Cda = Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Consultation</title></ClinicalDocument>""");

    public static JsonObject Resource() => JsonNode.Parse($$"""
        {
          "resourceType": "DocumentReference",
          "meta": { "profile": ["https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-simplified-publish"] },
          "contained": [
            {
              "resourceType": "Practitioner", "id": "author",
              "identifier": [{ "system": "urn:oid:1.2.250.1.71.4.2.1", "value": "{{Professional}}" }],
              "name": [{ "family": "DURAND", "given": ["Claire", "Anne"] }]
            }
          ],
          "masterIdentifier": { "system": "urn:ietf:rfc:3986", "value": "urn:oid:1.2.250.1.999.1" },
          "status": "current",
          "type": { "coding": [{ "system": "http://loinc.org", "code": "11488-4" }] },
          "category": [{ "coding": [{ "system": "https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument", "code": "10" }] }],
          "subject": { "reference": "Patient?identifier={{Patient.System}}|{{Patient.Matricule}}" },
          "date": "2026-06-12T10:00:00+02:00",
          "author": [{ "reference": "#author" }],
          "securityLabel": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "N" }] }],
          "content": [
            {
              "attachment": {
                "contentType": "application/xml", "language": "fr-FR", "data": "{{Convert.ToBase64String(Cda)}}", "title": "Compte rendu de consultation"
              },
              "format": { "code": "urn:ihe:iti:xds-sd:pdf:2008" }
            }
          ],
          "context": {
            "period": { "start": "2026-06-12T09:30:00+02:00", "end": "2026-06-12" },
            "facilityType": { "coding": [{ "system": "https://facility.example", "code": "SA07" }] },
            "practiceSetting": { "coding": [{ "system": "https://setting.example", "code": "AMBULATOIRE", "display": "Ambulatoire" }] }
          }
        }
        """)!.AsObject();

    public static FhirReading<ReadDocument> Read(JsonNode resource) => Read(resource.ToJsonString());

    public static FhirReading<ReadDocument> Read(string json) => DocumentReferenceReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The attachment.</summary>
    public static JsonObject Attachment(this JsonObject resource) => resource["content"]![0]!["attachment"]!.AsObject();
}
