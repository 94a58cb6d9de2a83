using System.Text.Json;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Consents;

/// <summary>Writes a decision of the holder as a Consent of R4.</summary>
public static class ConsentWriter
{
    /// <summary>Writes <paramref name="consent"/> of <paramref name="space"/>.</summary>
    public static void Write(Utf8JsonWriter json, HolderConsent consent, SpaceId space)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(consent);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Consent");
            json.WriteString("id", new ResourceId(space, consent.Id).ToString());
            json.WriteString("status", consent.Active ? "active" : "inactive");
            json.WriteConcept("scope", ConsentCodes.Scopes, ConsentCodes.Privacy);
            json.WriteArray("category", () => json.AddConcept(ConsentCodes.Categories, ConsentCodes.PatientConsent));
            json.WriteObject("patient", () => json.WriteString("reference", $"Patient/{space.Value}"));
            if (consent.Since is { } since)
            {
                json.WriteInstant("dateTime", since);
            }

            json.WriteConcept("policyRule", ConsentCodes.Acts, consent.Permits ? "OPTIN" : "OPTOUT");
            json.WriteObject("provision", () => WriteProvision(json, consent));
        });
    }

    private static void WriteProvision(Utf8JsonWriter json, HolderConsent consent)
    {
        json.WriteString("type", consent.Permits ? "permit" : "deny");
        if (consent is { Since: { } since, Until: { } until })
        {
            json.WriteObject("period", () =>
            {
                json.WriteInstant("start", since);
                json.WriteInstant("end", until);
            });
        }

        if (consent.Subject is { } subject)
        {
            var (type, system, value) = ConsentCodes.Actor(subject);
            json.WriteArray("actor", () => json.AddObject(() =>
            {
                json.WriteConcept("role", ConsentCodes.Roles, ConsentCodes.Recipient);
                json.WriteObject("reference", () =>
                {
                    json.WriteString("type", type);
                    json.WriteIdentifier("identifier", system, value);
                    json.WriteStringIfAny("display", consent.Name);
                });
            }));
        }

        if (ConsentCodes.Purpose(consent.Kind) is { } purpose)
        {
            json.WriteArray("purpose", () => json.AddCoding(purpose.System, purpose.Code));
        }
    }
}
