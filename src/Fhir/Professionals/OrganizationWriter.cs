using System.Text.Json;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Professionals;

/// <summary>Writes structures of the national directory as Organization.</summary>
public static class OrganizationWriter
{
    /// <summary>Writes <paramref name="structure"/>.</summary>
    public static void Write(Utf8JsonWriter json, Structure structure)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(structure);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Organization");
            json.WriteString("id", structure.Id);
            json.WriteArray("identifier", () =>
            {
                json.AddIdentifier(StructureId.System, structure.NationalId);
                if (structure.NationalId is ['1', .. { Length: 9 } finess])
                {
                    json.AddIdentifier(CodeSystems.Finess, finess);
                }
            });
            json.WriteBoolean("active", true);
            json.WriteStringIfAny("name", structure.Name);
            if (structure.Telephone.Length > 0)
            {
                json.WriteArray("telecom", () => json.AddObject(() =>
                {
                    json.WriteString("system", "phone");
                    json.WriteString("value", structure.Telephone);
                    json.WriteString("use", "work");
                }));
            }

            if (Addresses.IsKnown(structure))
            {
                json.WriteArray("address", () => Addresses.Add(json, structure));
            }
        });
    }
}
