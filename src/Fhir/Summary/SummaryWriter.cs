using System.Text.Json;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>Writes the summary of a person's health (<c>$summary</c>): a document Bundle with the sections and codes of the International Patient Summary (HL7 IPS 1.1.0).</summary>
/// <remarks>It claims no profile of IPS: people write free text and leave dates out, and the profiles of its items allow neither.</remarks>
/// <param name="documents">Writes the sheets of documents.</param>
/// <param name="latest">Chooses the latest measures.</param>
public sealed class SummaryWriter(DocumentReferenceWriter documents, LastObservations latest)
{
    // The type of advance directives among the documents of patients (TRE_A05).
    private const string AdvanceDirectives = "EXPPAT_3";

    /// <summary>Writes the summary of <paramref name="content"/>: the same content is always the same bytes.</summary>
    public void Write(Utf8JsonWriter json, SummaryContent content)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(content);
        var resources = Chosen(content);
        var space = Guid.ParseExact(content.Space.Value, "N");
        var references = new SummaryReferences(space, resources);
        var summary = Ids.Of(space, $"summary {content.At.UtcTicks}");
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteIdentifier("identifier", CodeSystems.Uris, $"urn:uuid:{summary}");
            json.WriteString("type", "document");
            json.WriteInstant("timestamp", content.At);
            json.WriteArray("entry", () =>
            {
                Entry(json, SummaryReferences.FullUrl("Composition", summary), () =>
                    SummaryComposition.Write(json, content, resources, references, SummaryReferences.FullUrl("Device", summary)));
                Entry(json, references.Patient, () => HolderWriter.Write(json, content.Holder));
                Entry(json, SummaryReferences.FullUrl("Device", summary), () => WriteAuthor(json));
                foreach (var resource in resources)
                {
                    Entry(json, SummaryReferences.FullUrl(resource.Body.Type, resource.Id), () => references.Write(json, resource.Body));
                }
            });
        });
    }

    // In the order of the sections; of measures the latest of each, of the rest what still holds.
    private List<SummaryResource> Chosen(SummaryContent content)
    {
        var kept = content.Resources.Where(resource => SummarySection.IsKept(resource.Body.Root)).Concat(content.Documents.Where(IsDirective).Select(sheet => Document(sheet, content))).ToList();
        var last = latest.Of(kept.Where(resource => resource.Body.Type is "Observation").Select(resource => resource.Body.Root), 1).ToHashSet();
        return
        [
            .. SummarySection.All.SelectMany(section => Without(
                [.. kept.Where(resource => section.Holds(resource.Body.Root) && (resource.Body.Type is not "Observation" || last.Contains(resource.Body.Root)))])),
        ];
    }

    // "No known allergies" beside an allergy was true once: what there is prevails.
    private static IEnumerable<SummaryResource> Without(List<SummaryResource> items)
    {
        var statements = items.Where(item => AbsenceStatement.Of(MedicalProfile.ConceptOf(item.Body.Root)) is { IsGeneral: true }).ToHashSet();
        return statements.Count == items.Count ? items.Take(1) : items.Where(item => !statements.Contains(item));
    }

    private static bool IsDirective(DocumentSheet sheet) => sheet is { Status: DocumentStatus.Current, Draft.Type: AdvanceDirectives };

    private SummaryResource Document(DocumentSheet sheet, SummaryContent content) => new(
        sheet.LogicalId,
        FhirResource.FromJson(FhirJson.Bytes(json => documents.Write(json, sheet, content.Space, content.Holder.Ins))).Value
            ?? throw new InvalidOperationException("A sheet was written that is not FHIR."));

    // The platform puts a summary together; who wrote each item, the item says.
    private static void WriteAuthor(Utf8JsonWriter json) => json.AddObject(() =>
    {
        json.WriteString("resourceType", "Device");
        json.WriteArray("deviceName", () => json.AddObject(() =>
        {
            json.WriteString("name", "Espace santé libre");
            json.WriteString("type", "user-friendly-name");
        }));
    });

    private static void Entry(Utf8JsonWriter json, string fullUrl, Action resource) => json.AddObject(() =>
    {
        json.WriteString("fullUrl", fullUrl);
        json.WritePropertyName("resource");
        resource();
    });
}
