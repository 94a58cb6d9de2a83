using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>The least that a resource of each kept type says.</summary>
public static class Samples
{
    public static JsonObject Of(string type, Person person)
    {
        JsonObject Patient() => new() { ["identifier"] = new JsonObject { ["system"] = person.System, ["value"] = person.Matricule } };
        static JsonObject Words(string text) => new() { ["text"] = text };
        JsonObject resource = type switch
        {
            "AllergyIntolerance" => new()
            {
                ["clinicalStatus"] = Coded("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active"), ["code"] = Words("Arachide"), ["patient"] = Patient(),
            },
            "Appointment" => new()
            {
                ["status"] = "proposed",
                ["participant"] = new JsonArray(new JsonObject { ["actor"] = With(Patient(), "type", "Patient"), ["status"] = "accepted" }),
            },
            "Condition" => new()
            {
                ["clinicalStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"), ["code"] = Words("Asthme"), ["subject"] = Patient(),
            },
            "Device" => new() { ["status"] = "active", ["patient"] = Patient() },
            "FamilyMemberHistory" => new()
            {
                ["status"] = "completed", ["patient"] = Patient(), ["relationship"] = Words("Mère"),
            },
            "Immunization" => new()
            {
                ["status"] = "completed", ["vaccineCode"] = Words("Tétanos"), ["patient"] = Patient(), ["occurrenceDateTime"] = "2020",
            },
            "MedicationStatement" => new() { ["status"] = "active", ["medicationCodeableConcept"] = Words("Paracétamol"), ["subject"] = Patient() },
            "Observation" => new Measure(person).ToNode(),
            "Procedure" => new() { ["status"] = "completed", ["code"] = Words("Appendicectomie"), ["subject"] = Patient() },
            "QuestionnaireResponse" => new() { ["status"] = "completed", ["subject"] = Patient() },
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Spaces keep no such type."),
        };
        resource["resourceType"] = type;
        return resource;
    }

    private static JsonObject Coded(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static JsonObject With(JsonObject resource, string name, string value)
    {
        resource[name] = value;
        return resource;
    }
}
