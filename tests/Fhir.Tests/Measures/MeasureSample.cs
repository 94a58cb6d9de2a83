using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Measures;

/// <summary>A transaction that brings a weight from scales, for tests to spoil.</summary>
internal static class MeasureSample
{
    public const string Solution = "1.2.250.1.999.50";

    public static readonly MeasureTable Table = MeasureTable.From(ReferenceTable.Read(Path.Combine(AppContext.BaseDirectory, "reference", "measures.csv")));

    public static JsonObject Bundle() => JsonNode.Parse($$"""
        {
          "resourceType": "Bundle", "type": "transaction",
          "entry": [
            {
              "fullUrl": "urn:uuid:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
              "resource": {
                "resourceType": "Device", "id": "scales",
                "identifier": [{ "system": "urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680", "value": "FE-ED-AB-AA" }],
                "type": { "coding": [{ "system": "urn:iso:std:iso:11073:10101", "code": "65573" }] }
              },
              "request": { "method": "POST", "url": "Device", "ifNoneExist": "identifier=urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680|FE-ED-AB-AA" }
            },
            {
              "fullUrl": "urn:uuid:bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
              "resource": {
                "resourceType": "Observation",
                "meta": { "source": "urn:oid:{{Solution}}.1", "profile": ["https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/mes-observation-bodyweight"] },
                "extension": [{ "url": "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-reason-for-measurement", "valueString": "Au réveil" }],
                "status": "final",
                "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs" }] }],
                "code": { "coding": [{ "system": "http://loinc.org", "code": "29463-7" }] },
                "subject": { "identifier": { "system": "urn:oid:{{Solution}}", "value": "idpe-1" } },
                "effectiveDateTime": "2026-11-21T07:00:00+01:00",
                "valueQuantity": { "value": 71.30, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg" },
                "device": { "reference": "urn:uuid:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa" }
              },
              "request": { "method": "POST", "url": "Observation" }
            }
          ]
        }
        """)!.AsObject();

    public static FhirReading<MeasureTransaction> Read(JsonNode bundle) => Read(bundle.ToJsonString());

    public static FhirReading<MeasureTransaction> Read(string json, string solution = Solution)
    {
        var resource = FhirResource.FromJson(Encoding.UTF8.GetBytes(json));
        Assert.Empty(resource.Faults);
        return new MeasureTransactionReader(Table).Read(resource.Value!, solution, World.Noon);
    }

    /// <summary>The element of <paramref name="node"/> at <paramref name="path"/> is replaced by <paramref name="value"/>, or removed where there is none.</summary>
    public static JsonObject With(JsonObject node, string path, string? value)
    {
        var steps = path.Split('.');
        JsonNode parent = node;
        foreach (var step in steps[..^1])
        {
            parent = int.TryParse(step, out var index) ? parent[index]! : parent[step]!;
        }

        var last = steps[^1];
        switch (parent)
        {
            case JsonArray list when value is null:
                list.RemoveAt(int.Parse(last));
                break;
            case JsonArray list:
                list.Add(JsonNode.Parse(value));
                break;
            case JsonObject element when value is null:
                element.Remove(last);
                break;
            default:
                parent[last] = JsonNode.Parse(value!);
                break;
        }

        return node;
    }
}
