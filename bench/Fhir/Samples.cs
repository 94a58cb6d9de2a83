/// <summary>Resources as software of the field sends them; nobody's data.</summary>
internal static class Samples
{
    public const string Observation = """
        {
          "resourceType": "Observation",
          "id": "bp-1",
          "meta": { "profile": ["http://example.org/StructureDefinition/blood-pressure"] },
          "status": "final",
          "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs" }] }],
          "code": { "coding": [{ "system": "http://loinc.org", "code": "85354-9", "display": "Blood pressure panel" }] },
          "subject": { "reference": "Patient/0123456789abcdef0123456789abcdef" },
          "effectiveDateTime": "2026-11-21T08:30:00+01:00",
          "component": [
            { "code": { "coding": [{ "system": "http://loinc.org", "code": "8480-6" }] },
              "valueQuantity": { "value": 128.0, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } },
            { "code": { "coding": [{ "system": "http://loinc.org", "code": "8462-4" }] },
              "valueQuantity": { "value": 81.5, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } }
          ]
        }
        """;

    public static string Bundle(int entries) =>
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', Enumerable.Range(0, entries).Select(entry => $$"""{"fullUrl":"urn:uuid:00000000-0000-4000-8000-{{entry:x12}}","resource":{{Observation}}}"""))}}]}""";
}
