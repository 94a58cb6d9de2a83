using System.Text.Json;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Patches;

namespace MonEspaceSante.Fhir.Capabilities;

/// <summary>Writes the CapabilityStatement (<c>/metadata</c>) from what the routes declare, so that it says no more and no less than what is served.</summary>
public static class CapabilityStatementWriter
{
    /// <summary>Writes the statement; the same declarations in another order give the same bytes.</summary>
    public static void Write(Utf8JsonWriter json, CapabilityHeading heading, DeclaredCapabilities declared)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(declared);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "CapabilityStatement");
            json.WriteString("status", "active");
            json.WriteInstant("date", heading.Date);
            json.WriteString("kind", "instance");
            json.WriteObject("software", () =>
            {
                json.WriteString("name", "MonEspaceSante");
                json.WriteString("version", heading.Version);
            });
            json.WriteObject("implementation", () =>
            {
                json.WriteString("description", "Espace santé libre");
                json.WriteString("url", heading.FhirBase);
            });
            json.WriteString("fhirVersion", "4.0.1");
            json.WriteStrings("format", heading.Formats);
            json.WriteStrings("patchFormat", declared.Interactions.Any(declaration => declaration.Interaction is "patch") ? MetadataPatch.MediaTypes : []);
            json.WriteArray("rest", () => json.AddObject(() => WriteRest(json, declared)));
        });
    }

    private static void WriteRest(Utf8JsonWriter json, DeclaredCapabilities declared)
    {
        json.WriteString("mode", "server");
        var types = declared.Interactions.Select(interaction => interaction.Resource).Concat(declared.Operations.Select(operation => operation.Resource))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (types.Count > 0)
        {
            json.WriteArray("resource", () =>
            {
                foreach (var type in types)
                {
                    json.AddObject(() => ResourceCapabilities.Write(json, type, declared));
                }
            });
        }

        ResourceCapabilities.WriteInteractions(json, declared.Interactions.Where(interaction => interaction.Resource is null));
        ResourceCapabilities.WriteOperations(json, declared.Operations.Where(operation => operation.Resource is null));
    }
}
