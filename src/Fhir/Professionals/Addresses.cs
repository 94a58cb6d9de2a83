using System.Text.Json;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Professionals;

/// <summary>Addresses of structures, which are also where their professionals work.</summary>
internal static class Addresses
{
    /// <summary>Whether anything is known of where <paramref name="structure"/> is: FHIR has no empty elements.</summary>
    public static bool IsKnown(Structure structure) => structure is not { Street: "", PostalCode: "", Town: "" };

    public static void Add(Utf8JsonWriter json, Structure structure) => json.AddObject(() =>
    {
        json.WriteString("use", "work");
        if (structure.Street.Length > 0)
        {
            json.WriteArray("line", () => json.WriteStringValue(structure.Street));
        }

        json.WriteStringIfAny("city", structure.Town);
        json.WriteStringIfAny("postalCode", structure.PostalCode);
    });
}
