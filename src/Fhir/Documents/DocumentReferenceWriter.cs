using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Writes the sheet of a document as a DocumentReference (PDSm), its content at a Binary.</summary>
/// <remarks>
/// It does not claim the profile PDSm comprehensive DocumentReference: that wants a custodian and the traits of the patient as the source knew them,
/// which the record does not keep.
/// </remarks>
/// <param name="types">The types of the record, for their systems and labels.</param>
/// <param name="fhirBase">Address of the FHIR endpoint, without a slash at the end.</param>
/// <param name="contentOf">Where the content is, if not at the endpoint: in an archive.</param>
public sealed class DocumentReferenceWriter(DocumentTypes types, string fhirBase, Func<DocumentSheet, string>? contentOf = null)
{
    /// <summary>Writes <paramref name="sheet"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="sheet">What the reader may see: nothing is decided here.</param>
    /// <param name="space">The space that it belongs to.</param>
    /// <param name="patient">The INS of the holder; <see langword="null"/> for who named the patient otherwise and is not told.</param>
    /// <param name="replaced">Logical identity of the document that it replaces, where the reader may see that one.</param>
    public void Write(Utf8JsonWriter json, DocumentSheet sheet, SpaceId space, Ins? patient, Guid? replaced = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(sheet);
        var draft = sheet.Draft;
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "DocumentReference");
            json.WriteString("id", new ResourceId(space, sheet.LogicalId).ToString());
            WriteMeta(json, sheet);
            AuthorWriter.WriteContained(json, draft.Authors);
            json.WriteArray("extension", () => json.AddExtension(PdsmExtensions.IsArchived, () => json.WriteBoolean("valueBoolean", sheet.Archived)));
            json.WriteIdentifier("masterIdentifier", CodeSystems.Uris, draft.UniqueId);
            // MHD: the identifier of use "official" is the entryUUID.
            json.WriteArray("identifier", () => json.AddIdentifier(CodeSystems.Uris, $"urn:uuid:{sheet.Id}", "official"));
            json.WriteString("status", StatusCode(sheet.Status));
            WriteType(json, draft.Type);
            if (draft.Class is { } category)
            {
                json.WriteArray("category", () => json.AddConcept(CodeSystems.DocumentClasses, category));
            }

            WriteSubject(json, space, patient);
            json.WriteInstant("date", draft.CreatedAt);
            AuthorWriter.WriteReferences(json, draft.Authors);
            WriteReplaced(json, draft.Replaces, replaced is { } old ? new ResourceId(space, old) : null);
            WriteLabels(json, draft.Labels);
            WriteContent(json, sheet, space);
            WriteContext(json, draft);
        });
    }

    private static void WriteMeta(Utf8JsonWriter json, DocumentSheet sheet) => json.WriteObject("meta", () =>
    {
        json.WriteString("versionId", sheet.Version.ToString(CultureInfo.InvariantCulture));
        json.WriteInstant("lastUpdated", sheet.UpdatedAt);
    });

    private void WriteType(Utf8JsonWriter json, string code)
    {
        // A type that has left the table since the deposit keeps its code alone.
        var type = types.Find(code);
        json.WriteConcept("type", type?.System, code, type?.Label);
    }

    private static void WriteSubject(Utf8JsonWriter json, SpaceId space, Ins? patient) => json.WriteObject("subject", () =>
    {
        json.WriteString("reference", "Patient/" + space.Value);
        if (patient is { } ins)
        {
            json.WriteIdentifier("identifier", ins.System, ins.Matricule);
        }
    });

    private static void WriteReplaced(Utf8JsonWriter json, string? uniqueId, ResourceId? replaced)
    {
        if (uniqueId is null)
        {
            return;
        }

        json.WriteArray("relatesTo", () => json.AddObject(() =>
        {
            json.WriteString("code", "replaces");
            json.WriteObject("target", () =>
            {
                if (replaced is { } id)
                {
                    json.WriteString("reference", $"DocumentReference/{id}");
                }

                json.WriteIdentifier("identifier", CodeSystems.Uris, uniqueId);
            });
        }));
    }

    // A document carries at least one label: none means normal.
    private static void WriteLabels(Utf8JsonWriter json, Labels labels) => json.WriteArray("securityLabel", () =>
    {
        foreach (var label in LabelCodes.All.Where(label => (labels is Labels.None ? Labels.Normal : labels).HasFlag(label.Label)))
        {
            json.AddConcept(label.System, label.Code, label.Display);
        }
    });

    private void WriteContent(Utf8JsonWriter json, DocumentSheet sheet, SpaceId space) => json.WriteArray("content", () => json.AddObject(() =>
    {
        json.WriteObject("attachment", () =>
        {
            json.WriteString("contentType", sheet.Draft.ContentType);
            json.WriteString("language", sheet.Draft.Language);
            json.WriteString("url", contentOf?.Invoke(sheet) ?? $"{fhirBase}/Binary/{new ResourceId(space, sheet.LogicalId)}");
            json.WriteNumber("size", sheet.Content.Length);
            json.WriteString("hash", sheet.Content.Sha1);
            json.WriteString("title", sheet.Draft.Title);
            json.WriteInstant("creation", sheet.Draft.CreatedAt);
        });
        if (sheet.Draft.Format is { } format)
        {
            json.WriteCoding("format", CodeSystems.OfFormat(format), format);
        }
    }));

    private static void WriteContext(Utf8JsonWriter json, DocumentDraft draft)
    {
        if (draft is { ActStart: null, ActEnd: null, Facility: null, Setting: null, Events: null, Related: null })
        {
            return;
        }

        json.WriteObject("context", () =>
        {
            json.WriteArrayIfAny("event", draft.Events ?? [], coded => json.WriteArray("coding", () => json.AddCoding(coded.System, coded.Code, coded.Display)));
            if (draft.ActStart is not null || draft.ActEnd is not null)
            {
                json.WriteObject("period", () =>
                {
                    json.WriteStringIfAny("start", draft.ActStart is { } start ? Datatypes.Instant(start) : null);
                    json.WriteStringIfAny("end", draft.ActEnd is { } end ? Datatypes.Instant(end) : null);
                });
            }

            json.WriteConceptIfAny("facilityType", draft.Facility);
            json.WriteConceptIfAny("practiceSetting", draft.Setting);
            json.WriteArrayIfAny("related", draft.Related ?? [], other => json.WriteObject("identifier", () =>
            {
                json.WriteStringIfAny("system", other.System);
                json.WriteString("value", other.Value);
            }));
        });
    }

    private static string StatusCode(DocumentStatus status) => status switch
    {
        DocumentStatus.Current => "current",
        DocumentStatus.Superseded => "superseded",
        DocumentStatus.Deleted => "entered-in-error",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };
}
