using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Terminology;
using static MonEspaceSante.Fhir.Json.ElementReader;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Reads a DocumentReference with embedded data (PDSm simplified publish, IHE ITI-105).</summary>
/// <remarks>
/// What a rule of the record decides (is the type one of the record's? may these labels stand together?) is left to
/// <see cref="DepositDocument"/>. Elements that the record does not keep (description, authenticator, custodian…) are let through.
/// </remarks>
public static class DocumentReferenceReader
{
    private const string ResourceType = "DocumentReference";

    // Each can be searched by, hence is kept in memory (our figure).
    private const int MostCodes = 50;

    /// <summary>Reads <paramref name="json"/>, FHIR R4 in UTF-8.</summary>
    /// <returns>The document, or all that is wrong with it: <see cref="FhirRefusals"/>, <see cref="DocumentFaults"/>, <see cref="PatientRefusals"/>, identities.</returns>
    public static FhirReading<ReadDocument> Read(ReadOnlyMemory<byte> json)
    {
        var faults = new Faults();
        var resource = FhirBody.Open(json, ResourceType, faults);
        var read = resource.Exists ? Resource(resource, AttachmentReader.Embedded, faults) : null;
        return new(faults.Found.Count == 0 ? read : null, faults.Found);
    }

    /// <summary>Reads <paramref name="resource"/>; <paramref name="dataOf"/> finds the data of its attachment, in it or elsewhere, or tells why not.</summary>
    internal static ReadDocument Resource(FhirNode resource, Func<FhirNode, Faults, FhirNode?> dataOf, Faults faults)
    {
        if (Required(resource["status"], faults) is not (null or "current"))
        {
            faults.Add(DocumentFaults.StatusNotCurrent, resource["status"].Path);
        }

        var patient = SubjectReader.Read(resource["subject"], resource, faults);
        var (replaced, replacedLogicalId) = RelationReader.Read(resource, faults);
        var attachment = Only(resource, "content", faults)["attachment"];
        var draft = Draft(resource, attachment, replaced, faults);
        var content = AttachmentReader.Content(attachment, dataOf(attachment, faults), draft.ContentType, faults);
        return new(patient!, draft, content, replacedLogicalId, attachment["hash"].Text, AttachmentReader.Size(attachment));
    }

    // Where something required is missing the draft has a hole, and a fault that keeps it from being handed out.
    private static DocumentDraft Draft(FhirNode resource, FhirNode attachment, string? replaced, Faults faults)
    {
        var context = resource["context"];
        var (start, end) = Period(context["period"], faults);
        return new(
            UniqueIdReader.Read(resource, faults)!,
            Type(resource["type"], faults)!,
            Class(resource),
            Required(attachment["title"], faults)!,
            Required(attachment["contentType"], faults)!,
            resource.Each("content").Select(content => content["format"]["code"].Text).FirstOrDefault(),
            AttachmentReader.Language(attachment, faults),
            CreatedAt(resource["date"], attachment["creation"], faults),
            start,
            end,
            Coded(context["facilityType"], faults),
            Coded(context["practiceSetting"], faults),
            AuthorReader.Read(resource, faults),
            LabelCodes.Read(resource, faults),
            replaced,
            NullIfEmpty(context.Each("event").Take(MostCodes).SelectMany(Codes)),
            NullIfEmpty(context.Each("related").Take(MostCodes).Select(related => related["identifier"]).SelectMany(Others)));
    }

    // Acts and pathologies in words alone are not found by a code: they stay in the document.
    private static IEnumerable<CodedValue> Codes(FhirNode concept) =>
        from coding in concept.Each("coding").Take(1)
        where coding["system"].Text is not null && coding["code"].Text is not null
        select new CodedValue(coding["system"].Text!, coding["code"].Text!, coding["display"].Text);

    private static IEnumerable<OtherId> Others(FhirNode identifier) =>
        identifier["value"].Text is { } value ? [new(identifier["system"].Text, value)] : [];

    // A sheet that has none is written as it always was.
    private static ValueList<T>? NullIfEmpty<T>(IEnumerable<T> items) => items.ToValueList() is { Count: > 0 } list ? list : null;

    private static string? Type(FhirNode type, Faults faults)
    {
        if (!type.Exists)
        {
            faults.Add(FhirRefusals.ElementMissing, type.Path);
            return null;
        }

        var code = type.Each("coding").Where(coding => CodeSystems.DocumentTypes.Contains(coding["system"].Text ?? "")).Select(coding => coding["code"].Text).FirstOrDefault();
        if (code is null)
        {
            faults.Add(DocumentFaults.TypeSystemUnknown, type.PathOf("coding"));
        }

        return code;
    }

    // Categories of other systems, such as the ones shown to patients, are theirs: the class follows from the type.
    private static string? Class(FhirNode resource) =>
        resource.Each("category").SelectMany(category => category.Each("coding"))
            .Where(coding => coding["system"].Text is CodeSystems.DocumentClasses).Select(coding => coding["code"].Text).FirstOrDefault();

    // MHD gives the time of creation in attachment.creation too; PDSm wants it in date.
    private static DateTimeOffset CreatedAt(FhirNode date, FhirNode creation, Faults faults)
    {
        var given = date.Exists || !creation.Exists ? date : creation;
        return Required(given, faults) is null ? default : Time(given, faults)?.First ?? default;
    }

    private static (DateTimeOffset? Start, DateTimeOffset? End) Period(FhirNode period, Faults faults)
    {
        var start = Time(period["start"], faults)?.First;
        var end = Time(period["end"], faults)?.Last;
        if (end < start)
        {
            faults.Add(DocumentFaults.PeriodReversed, period.Path);
        }

        return (start, end);
    }

    private static FhirNode Only(FhirNode resource, string name, Faults faults)
    {
        var items = resource.Each(name).ToList();
        if (items.Count > 1)
        {
            faults.Add(FhirRefusals.TooManyElements, resource.PathOf(name));
        }

        return items.Count > 0 ? items[0] : resource[$"{name}[0]"];
    }
}
