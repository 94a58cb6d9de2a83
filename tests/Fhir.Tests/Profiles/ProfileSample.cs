using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Profiles;

namespace MonEspaceSante.Fhir.Tests.Profiles;

internal static class ProfileSample
{
    public const string Mes = "https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/";

    public static MeasureTable Measures { get; } = MeasureTable.From(ReferenceTable.Read(Path.Combine(AppContext.BaseDirectory, "reference", "measures.csv")));

    public static ProfileCatalogue Catalogue { get; } = new(Measures);

    /// <summary>What is found in <paramref name="json"/>, which is R4 in form, after <paramref name="spoil"/>.</summary>
    public static IEnumerable<(string Code, string? Expression)> Findings(JsonObject json, Action<JsonObject>? spoil = null)
    {
        spoil?.Invoke(json);
        var read = FhirResource.FromJson(Encoding.UTF8.GetBytes(json.ToJsonString()));
        Assert.Empty(read.Faults);
        return Catalogue.Validate(read.Value!).Select(finding => (finding.Code, finding.Expression));
    }

    /// <summary>The object <paramref name="json"/>, where the addresses of guides are written short.</summary>
    public static JsonObject Parse(string json) => JsonNode.Parse(json
        .Replace("pdsm:", "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/", StringComparison.Ordinal)
        .Replace("frcore:", "https://hl7.fr/ig/fhir/core/StructureDefinition/", StringComparison.Ordinal)
        .Replace("gap:", "https://interop.esante.gouv.fr/ig/fhir/gap/StructureDefinition/", StringComparison.Ordinal))!.AsObject();

    /// <summary>A valid Observation of <paramref name="measure"/> under <paramref name="profile"/>.</summary>
    public static JsonObject Observation(Measure measure, string profile)
    {
        var observation = Parse($$"""
            {"resourceType":"Observation","meta":{"profile":["{{profile}}"]},"status":"final",
             "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
             "code":{"coding":[{"system":"{{measure.Code.System}}","code":"{{measure.Code.Code}}"}]},
             "subject":{"identifier":{"system":"urn:oid:1.2.3","value":"idpe-1"} },"effectiveDateTime":"2026-06-12T10:00:00+02:00"}
            """);
        var extensions = new JsonArray();
        foreach (var (name, presence) in new[] { ("moment-of-measurement", measure.Moment), ("number-of-days", measure.Days) })
        {
            if (presence is Presence.Required)
            {
                extensions.Add(Extension(name));
            }
        }

        if (extensions.Count > 0)
        {
            observation["extension"] = extensions;
        }

        if (measure.Components.Count == 0)
        {
            observation["valueQuantity"] = Quantity(measure, measure.Plausible!.Maximum);
            return observation;
        }

        observation["component"] = new JsonArray([.. measure.Components.Select(part => Parse($$"""
            {"code":{"coding":[{"system":"{{part.Code.System}}","code":"{{part.Code.Code}}"}]},"valueQuantity":{{Quantity(part, part.Plausible!.Maximum).ToJsonString()}} }
            """))]);
        return observation;
    }

    public static JsonObject Extension(string name) =>
        Parse($$$"""{"url":"https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-{{{name}}}","valueCodeableConcept":{"text":"x"}}""");

    private static JsonObject Quantity(Measure measure, decimal value) => new()
    {
        ["value"] = value, ["unit"] = measure.Unit!.Label, ["system"] = "http://unitsofmeasure.org", ["code"] = measure.Unit.Ucum,
    };
}
