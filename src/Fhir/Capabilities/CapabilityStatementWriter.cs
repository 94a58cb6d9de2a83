using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Capabilities;

/// <summary>Writes the CapabilityStatement (<c>/metadata</c>) from what the routes declare, so that it says no more and no less than what is served.</summary>
public static class CapabilityStatementWriter
{
    /// <summary>Writes the statement; the same declarations in another order give the same bytes.</summary>
    public static void Write(Utf8JsonWriter json, CapabilityHeading heading, IReadOnlyCollection<DeclaredInteraction> interactions)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(interactions);
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
                json.WriteString("description", "Mon espace santé");
                json.WriteString("url", heading.FhirBase);
            });
            json.WriteString("fhirVersion", "4.0.1");
            json.WriteArray("format", () =>
            {
                foreach (var format in heading.Formats)
                {
                    json.WriteStringValue(format);
                }
            });
            json.WriteArray("rest", () => json.AddObject(() => WriteRest(json, interactions)));
        });
    }

    private static void WriteRest(Utf8JsonWriter json, IReadOnlyCollection<DeclaredInteraction> interactions)
    {
        json.WriteString("mode", "server");
        var resources = interactions.Where(declared => declared.Resource is not null)
            .GroupBy(declared => declared.Resource!, StringComparer.Ordinal).OrderBy(resource => resource.Key, StringComparer.Ordinal).ToList();
        if (resources.Count > 0)
        {
            json.WriteArray("resource", () =>
            {
                foreach (var resource in resources)
                {
                    WriteResource(json, resource.Key, [.. resource]);
                }
            });
        }

        WriteInteractions(json, [.. interactions.Where(declared => declared.Resource is null)]);
    }

    private static void WriteResource(Utf8JsonWriter json, string type, DeclaredInteraction[] declared) => json.AddObject(() =>
    {
        json.WriteString("type", type);
        WriteInteractions(json, declared);
        var parameters = declared.SelectMany(interaction => interaction.Search).Distinct().OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToList();
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteArray("searchParam", () =>
        {
            foreach (var parameter in parameters)
            {
                json.AddObject(() =>
                {
                    json.WriteString("name", parameter.Name);
                    json.WriteString("type", parameter.Type);
                });
            }
        });
    });

    private static void WriteInteractions(Utf8JsonWriter json, DeclaredInteraction[] declared)
    {
        if (declared.Length == 0)
        {
            return;
        }

        json.WriteArray("interaction", () =>
        {
            foreach (var code in declared.Select(interaction => interaction.Interaction).Distinct().Order(StringComparer.Ordinal))
            {
                json.AddObject(() => json.WriteString("code", code));
            }
        });
    }
}
