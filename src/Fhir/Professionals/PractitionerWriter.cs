using System.Text.Json;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Professionals;

/// <summary>Writes professionals of the national directory as Practitioner. Nothing is written that the public extract does not say.</summary>
public static class PractitionerWriter
{
    /// <summary>Writes <paramref name="practitioner"/>.</summary>
    public static void Write(Utf8JsonWriter json, Practitioner practitioner)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(practitioner);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Practitioner");
            json.WriteString("id", practitioner.Id);
            json.WriteArray("identifier", () =>
            {
                json.AddIdentifier(CodeSystems.Rpps, practitioner.Number.Value);
                json.AddIdentifier(ProfessionalId.System, ProfessionalId.Of(practitioner.Number).Value);
            });

            // Only professionals in activity are in the extract.
            json.WriteBoolean("active", true);
            json.WriteArray("name", () => json.AddObject(() => WriteName(json, practitioner)));
            var places = practitioner.Situations.Select(situation => situation.Structure).OfType<Structure>().Where(Addresses.IsKnown).Distinct().ToList();
            if (places.Count > 0)
            {
                json.WriteArray("address", () => places.ForEach(place => Addresses.Add(json, place)));
            }

            json.WriteArray("qualification", () =>
            {
                foreach (var (system, code) in Qualifications(practitioner).Distinct())
                {
                    json.AddObject(() => json.WriteConcept("code", system, code.Code, code.Label));
                }
            });
        });
    }

    private static void WriteName(Utf8JsonWriter json, Practitioner practitioner)
    {
        json.WriteString("family", practitioner.Surname);
        if (practitioner.GivenName.Length > 0)
        {
            json.WriteArray("given", () => json.WriteStringValue(practitioner.GivenName));
        }

        if (practitioner.Civility is { } civility)
        {
            json.WriteArray("prefix", () => json.WriteStringValue(civility));
        }
    }

    private static IEnumerable<(string System, CodeAndLabel Code)> Qualifications(Practitioner practitioner)
    {
        foreach (var situation in practitioner.Situations)
        {
            yield return (CodeSystems.Professions, situation.Profession);
            if (situation.Speciality is { } speciality)
            {
                yield return (CodeSystems.Specialities, speciality);
            }
        }
    }
}
