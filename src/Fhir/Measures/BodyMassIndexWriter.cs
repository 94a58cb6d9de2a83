using System.Text.Json;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Writes the body mass index as the Observation that a reader of measures expects. It is kept nowhere: its identity is that of the weight and height that it derives from.</summary>
/// <param name="measures">The measures of the space.</param>
public sealed class BodyMassIndexWriter(MeasureTable measures)
{
    private const string Name = "body-mass-index";

    /// <summary>Writes <paramref name="index"/>, of the holder of <paramref name="space"/>.</summary>
    public void Write(Utf8JsonWriter json, BodyMassIndex index, SpaceId space)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(index);
        var kind = measures[Name];
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Observation");
            json.WriteString("id", new ResourceId(space, Domain.Kernel.Ids.Of(index.Weight.Id, $"{Name} {index.Height.Id}")).ToString());
            json.WriteObject("meta", () => json.WriteArray("profile", () => json.WriteStringValue(kind.Profiles[0])));
            json.WriteString("status", "final");
            json.WriteArray("category", () => json.AddConcept("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs"));
            json.WriteConcept("code", kind.Code.System, kind.Code.Code, kind.French);
            json.WriteObject("subject", () => json.WriteString("reference", "Patient/" + space.Value));
            json.WriteInstant("effectiveDateTime", index.At);
            json.WriteObject("valueQuantity", () =>
            {
                json.WriteNumber("value", index.Value);
                json.WriteString("unit", kind.Unit!.Label);
                json.WriteString("system", "http://unitsofmeasure.org");
                json.WriteString("code", kind.Unit.Ucum);
            });
            json.WriteArray("derivedFrom", () =>
            {
                foreach (var source in (TakenValue[])[index.Weight, index.Height])
                {
                    json.AddObject(() => json.WriteString("reference", $"Observation/{new ResourceId(space, source.Id)}"));
                }
            });
        });
    }
}
