using System.Text.Json;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>Writes the first page of a summary: which sections there are, what each says, and which resources it says it from.</summary>
internal static class SummaryComposition
{
    private const string EmptyReasons = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

    public static void Write(Utf8JsonWriter json, SummaryContent content, IReadOnlyList<SummaryResource> resources, SummaryReferences references, string author) => json.AddObject(() =>
    {
        var english = content.Language is SummaryLanguage.English;
        json.WriteString("resourceType", "Composition");
        json.WriteString("language", english ? "en" : "fr");
        json.WriteString("status", "final");
        json.WriteConcept("type", CodeSystems.Loinc, "60591-5", "Patient summary Document");
        json.WriteObject("subject", () => json.WriteString("reference", references.Patient));
        json.WriteInstant("date", content.At);
        json.WriteArray("author", () => json.AddObject(() => json.WriteString("reference", author)));
        json.WriteString("title", english ? "Patient summary" : "Synthèse de santé");
        json.WriteArray("section", () =>
        {
            foreach (var section in SummarySection.All)
            {
                WriteSection(json, section, [.. resources.Where(resource => section.Holds(resource.Body.Root))], content.Language);
            }
        });
    });

    private static void WriteSection(Utf8JsonWriter json, SummarySection section, IReadOnlyList<SummaryResource> items, SummaryLanguage language) => json.AddObject(() =>
    {
        json.WriteString("title", section.Title(language));
        json.WriteConcept("code", CodeSystems.Loinc, section.Code, section.Display);
        json.WriteObject("text", () =>
        {
            json.WriteString("status", "generated");
            json.WriteString("div", SummaryText.Of([.. items.Select(item => item.Body.Root)], language));
        });
        if (items.Count == 0)
        {
            // Nothing was written: that is not the same as nothing being the matter.
            json.WriteConcept("emptyReason", EmptyReasons, "unavailable", "Unavailable");
            return;
        }

        json.WriteArray("entry", () =>
        {
            foreach (var item in items)
            {
                json.AddObject(() => json.WriteString("reference", SummaryReferences.FullUrl(item.Body.Type, item.Id)));
            }
        });
    });
}
