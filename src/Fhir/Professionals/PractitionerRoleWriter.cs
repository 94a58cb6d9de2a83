using System.Text.Json;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Professionals;

/// <summary>Writes situations of exercise of the national directory as PractitionerRole.</summary>
public static class PractitionerRoleWriter
{
    /// <summary>Writes <paramref name="situation"/>.</summary>
    public static void Write(Utf8JsonWriter json, Situation situation)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(situation);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "PractitionerRole");
            json.WriteString("id", situation.Id);
            json.WriteBoolean("active", true);
            json.WriteObject("practitioner", () => WriteReference(json, $"Practitioner/{situation.PractitionerId}", situation.PractitionerName));
            if (situation.Structure is { } structure)
            {
                json.WriteObject("organization", () => WriteReference(json, $"Organization/{structure.Id}", structure.Name));
            }

            json.WriteArray("code", () => json.AddConcept(CodeSystems.Professions, situation.Profession.Code, situation.Profession.Label));
            if (situation.Speciality is { } speciality)
            {
                json.WriteArray("specialty", () => json.AddConcept(CodeSystems.Specialities, speciality.Code, speciality.Label));
            }
        });
    }

    private static void WriteReference(Utf8JsonWriter json, string reference, string display)
    {
        json.WriteString("reference", reference);
        json.WriteStringIfAny("display", display);
    }
}
