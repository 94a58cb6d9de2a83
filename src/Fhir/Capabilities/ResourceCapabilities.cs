using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Capabilities;

/// <summary>Writes what can be done with the resources of one type.</summary>
internal static class ResourceCapabilities
{
    /// <summary>Writes the content of <c>rest.resource</c> for <paramref name="type"/>.</summary>
    public static void Write(Utf8JsonWriter json, string type, DeclaredCapabilities declared)
    {
        var interactions = declared.Interactions.Where(interaction => interaction.Resource == type).ToList();
        json.WriteString("type", type);
        WriteInteractions(json, interactions);
        WriteVersions(json, interactions);
        WriteConditions(json, interactions);
        json.WriteStrings("searchInclude", interactions.SelectMany(interaction => interaction.Includes).Distinct().Order(StringComparer.Ordinal));
        json.WriteStrings("searchRevInclude", interactions.SelectMany(interaction => interaction.ReverseIncludes).Distinct().Order(StringComparer.Ordinal));
        json.WriteArrayIfAny("searchParam", interactions.SelectMany(interaction => interaction.Search).Distinct().OrderBy(parameter => parameter.Name, StringComparer.Ordinal), parameter =>
        {
            json.WriteString("name", parameter.Name);
            json.WriteStringIfAny("definition", parameter.Definition);
            json.WriteString("type", parameter.Type);
        });
        WriteOperations(json, declared.Operations.Where(operation => operation.Resource == type));
    }

    public static void WriteInteractions(Utf8JsonWriter json, IEnumerable<DeclaredInteraction> declared) => json.WriteArrayIfAny(
        "interaction", declared.Select(interaction => interaction.Interaction).Distinct().Order(StringComparer.Ordinal), code => json.WriteString("code", code));

    public static void WriteOperations(Utf8JsonWriter json, IEnumerable<DeclaredOperation> declared) => json.WriteArrayIfAny(
        "operation", declared.Distinct().OrderBy(operation => operation.Name, StringComparer.Ordinal), operation =>
        {
            json.WriteString("name", operation.Name);
            json.WriteString("definition", operation.Definition);
        });

    // Where old versions are served, an update that names another version than the one that stands is refused.
    private static void WriteVersions(Utf8JsonWriter json, List<DeclaredInteraction> declared)
    {
        if (declared.Any(interaction => interaction.Interaction is "vread"))
        {
            json.WriteString("versioning", declared.Any(interaction => interaction.Interaction is "update" or "patch") ? "versioned-update" : "versioned");
            json.WriteBoolean("readHistory", true);
            json.WriteBoolean("updateCreate", false);
        }
    }

    private static void WriteConditions(Utf8JsonWriter json, List<DeclaredInteraction> declared)
    {
        bool Conditional(string code) => declared.Any(interaction => interaction.Interaction == code && interaction.Conditional);
        if (Conditional("create"))
        {
            json.WriteBoolean("conditionalCreate", true);
        }

        if (Conditional("read"))
        {
            json.WriteString("conditionalRead", "full-support");
        }

        if (Conditional("update"))
        {
            json.WriteBoolean("conditionalUpdate", true);
        }
    }
}
