using System.Text.Json;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Lists;

/// <summary>Writes a submission set as a List (PDSm submissionset comprehensive, ITI-66).</summary>
/// <remarks>
/// A document that came alone (ITI-105) is told as a set of one: nobody said what the set is about nor from which system it came, and it does
/// not claim the profile that asks for both. Neither does a set whose source is only named.
/// </remarks>
public static class SubmissionSetWriter
{
    /// <summary>The codes of lists of IHE MHD.</summary>
    public const string ListTypes = "https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes";

    private const string Profile = "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-submissionset-comprehensive";
    // The only author of those that are written: the source.
    private const string Contained = "#author-1";

    private const string Extensions = "https://profiles.ihe.net/ITI/MHD/StructureDefinition/";

    /// <summary>Writes <paramref name="submission"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="submission">The set, with the documents that the reader may see.</param>
    /// <param name="space">The space that it belongs to.</param>
    /// <param name="patient">The INS of the holder; <see langword="null"/> for who named the patient otherwise and is not told.</param>
    public static void Write(Utf8JsonWriter json, Submission submission, SpaceId space, Ins? patient)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(submission);
        var (draft, source) = (submission.Draft, SourceOf(submission));
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "List");
            json.WriteString("id", new ResourceId(space, submission.Id).ToString());
            WriteMeta(json, submission);
            AuthorWriter.WriteContained(json, [source]);
            WriteExtensions(json, draft);
            json.WriteArray("identifier", () =>
            {
                json.AddIdentifier(CodeSystems.Uris, $"urn:uuid:{submission.Id}", "official");
                if (draft?.UniqueId is { } uniqueId)
                {
                    json.AddIdentifier(CodeSystems.Uris, uniqueId, "usual");
                }
            });
            json.WriteString("status", "current");
            json.WriteString("mode", "working");
            json.WriteStringIfAny("title", draft?.Title);
            json.WriteConcept("code", ListTypes, "submissionset");
            json.WriteObject("subject", () => WritePatient(json, space, patient));

            // The moment by which sets are asked for: when the record took it in, not when the sender says that it left.
            json.WriteInstant("date", submission.At);
            json.WriteObject("source", () => WriteSource(json, source, draft is null && submission.By.Holder, space));
            json.WriteArrayIfAny("entry", submission.Documents, document => json.WriteObject(
                "item", () => json.WriteString("reference", $"DocumentReference/{new ResourceId(space, document)}")));
        });
    }

    private static void WriteMeta(Utf8JsonWriter json, Submission submission) => json.WriteObject("meta", () =>
    {
        json.WriteString("versionId", "1");
        json.WriteInstant("lastUpdated", submission.At);
        if (submission.Draft is { Source: { Id: not null } or { Organisation: not null } })
        {
            json.WriteArray("profile", () => json.WriteStringValue(Profile));
        }
    });

    private static void WriteExtensions(Utf8JsonWriter json, SubmissionDraft? draft) => json.WriteArray("extension", () =>
    {
        json.AddExtension(PdsmExtensions.IsArchived, () => json.WriteBoolean("valueBoolean", false));
        if (draft is { Designation: var designation, SourceId: var system })
        {
            json.AddExtension(Extensions + "ihe-designationType", () => json.WriteConcept("valueCodeableConcept", designation.System, designation.Code, designation.Display));
            json.AddExtension(Extensions + "ihe-sourceId", () => json.WriteIdentifier("valueIdentifier", CodeSystems.Uris, system));
        }
    });

    private static void WritePatient(Utf8JsonWriter json, SpaceId space, Ins? patient)
    {
        json.WriteString("reference", "Patient/" + space.Value);
        if (patient is { } ins)
        {
            json.WriteIdentifier("identifier", ins.System, ins.Matricule);
        }
    }

    private static Author SourceOf(Submission submission) =>
        submission.Draft?.Source ?? new(submission.By.Professional, submission.By.Name, submission.By.Structure);

    // R4 has no organisation as a source: MHD names it beside.
    private static void WriteSource(Utf8JsonWriter json, Author source, bool holder, SpaceId space)
    {
        if (source is { Id: null, Organisation: not null })
        {
            json.WriteArray("extension", () => json.AddExtension(Extensions + "ihe-authorOrg", () => json.WriteObject(
                "valueReference", () => json.WriteString("reference", Contained))));
        }
        else if (source.Id is not null || holder)
        {
            json.WriteString("reference", holder ? "Patient/" + space.Value : Contained);
        }

        json.WriteStringIfAny("display", source.Name);
    }
}
