using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>A body weight on its way to a space, sound until a test changes one thing.</summary>
public sealed record Measure(Person Person)
{
    public string Value { get; init; } = "72.50";

    public string At { get; init; } = "2026-03-01T08:15:00+01:00";

    public string Code { get; init; } = "29463-7";

    public string? Identifier { get; init; }

    public string? Device { get; init; }

    /// <summary>The text of the resource: its digits are the test's.</summary>
    public string Json => $$"""
        {"resourceType":"Observation",{{IdentifierJson}}"status":"final",
         "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}] }],
         "code":{"coding":[{"system":"http://loinc.org","code":"{{Code}}","display":"Poids corporel"}]},
         "subject":{"identifier":{"system":"{{Person.System}}","value":"{{Person.Matricule}}"} },{{DeviceJson}}
         "effectiveDateTime":"{{At}}",
         "valueQuantity":{"value":{{Value}},"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"} }
        """;

    private string IdentifierJson => Identifier is null ? "" : $$"""
        "identifier":[{"system":"urn:oid:2.999.1","value":"{{Identifier}}"}],
        """;

    private string DeviceJson => Device is null ? "" : $$"""
        "device":{"reference":"{{Device}}"},
        """;

    /// <summary>Sends it; answers its logical id.</summary>
    public async Task<string> ByAsync(Visitor visitor) =>
        (await visitor.PostAsync("/fhir/Observation", Json)).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;

    /// <summary>The resource, to be spoilt.</summary>
    public JsonObject ToNode() => JsonNode.Parse(Json)!.AsObject();
}
