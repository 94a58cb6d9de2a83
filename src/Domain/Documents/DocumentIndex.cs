using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// What a sheet is found by: the search parameters of DocumentReference in PDSm (ITI-67), under the names they have there. Codes of the
/// record have no system here: status, type, category, format and labels are asked for by code alone.
/// </summary>
internal static class DocumentIndex
{
    /// <summary>The moment a document entered the record; not a parameter of PDSm, but the order in which lists are told.</summary>
    public const string Deposited = "deposited";

    /// <summary>The index of <paramref name="sheet"/>.</summary>
    public static Indexed Of(DocumentSheet sheet) => new(sheet.LogicalId, sheet.UpdatedAt, new([.. Values(sheet)]));

    private static IEnumerable<IndexedValue> Values(DocumentSheet sheet)
    {
        var draft = sheet.Draft;
        yield return new IndexedValue.Token("identifier", null, draft.UniqueId);
        yield return new IndexedValue.Token("identifier", null, sheet.LogicalId.ToString("D"));
        yield return new IndexedValue.Token("identifier", null, $"urn:uuid:{sheet.Id}");
        yield return new IndexedValue.Token("type", null, draft.Type);
        yield return new IndexedValue.Token("status", null, StatusCode(sheet.Status));
        yield return new IndexedValue.Token("isArchived", null, sheet.Archived ? "true" : "false");
        yield return At("creation", draft.CreatedAt);
        yield return At("date", draft.CreatedAt);
        yield return At(Deposited, sheet.DepositedAt);
        yield return new IndexedValue.Token("language", null, draft.Language);
        yield return new IndexedValue.Token("contenttype", null, draft.ContentType);
        yield return new IndexedValue.Text("description", draft.Title);
        IEnumerable<IndexedValue> others =
        [
            .. Codes("category", draft.Class), .. Codes("format", draft.Format), .. Codes("facility", draft.Facility), .. Codes("setting", draft.Setting),
            .. (draft.Events ?? []).SelectMany(coded => Codes("event", coded)), .. Period(draft), .. Labels(draft.Labels), .. draft.Authors.SelectMany(Author),
            .. (draft.Related ?? []).Select(other => new IndexedValue.Link("related", null, null, null, other.System, other.Value)),
        ];
        foreach (var value in others)
        {
            yield return value;
        }

        if (draft.Replaces is { } replaced)
        {
            yield return new IndexedValue.Link("relatesto", "DocumentReference", null, null, null, replaced);
            yield return new IndexedValue.Token("relation", null, "replaces");
        }
    }

    private static IEnumerable<IndexedValue> Codes(string parameter, string? code) =>
        code is null ? [] : [new IndexedValue.Token(parameter, null, code)];

    private static IEnumerable<IndexedValue> Codes(string parameter, CodedValue? coded) =>
        coded is null ? [] : [new IndexedValue.Token(parameter, coded.System, coded.Code, coded.Display)];

    private static IEnumerable<IndexedValue> Period(DocumentDraft draft)
    {
        if (draft.ActStart is null && draft.ActEnd is null)
        {
            return [];
        }

        var (start, end) = (draft.ActStart ?? DateTimeOffset.MinValue, draft.ActEnd ?? DateTimeOffset.MaxValue);
        return
        [
            new IndexedValue.Moment("period", start, end),
            .. draft.ActStart is { } first ? [At("period-start", first)] : Array.Empty<IndexedValue>(),
            .. draft.ActEnd is { } last ? [At("period-end", last)] : Array.Empty<IndexedValue>(),
        ];
    }

    private static IEnumerable<IndexedValue> Labels(Labels labels) => LabelCodes
        .Where(label => labels.HasFlag(label.Key)).Select(label => new IndexedValue.Token("security-label", null, label.Value));

    // Names are kept whole: a family name or a given name begins one of their words.
    private static IEnumerable<IndexedValue> Author(Author author) =>
    [
        .. author.Id is { } id ? [new IndexedValue.Link("author", "PractitionerRole", null, null, ProfessionalId.System, id.Value)] : Array.Empty<IndexedValue>(),
        .. author.Organisation is { } structure
            ? [new IndexedValue.Link("author", "Organization", null, null, StructureId.System, structure.Value)] : Array.Empty<IndexedValue>(),
        .. (author.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => new[] { new IndexedValue.Text("author.family", word), new IndexedValue.Text("author.given", word) }),
    ];

    private static IndexedValue.Moment At(string parameter, DateTimeOffset moment) => new(parameter, moment, moment.AddSeconds(1));

    private static string StatusCode(DocumentStatus status) => status switch
    {
        DocumentStatus.Current => "current",
        DocumentStatus.Superseded => "superseded",
        _ => "entered-in-error",
    };

    // JDV_J58: HL7 v3-Confidentiality and TRE_A07.
    private static readonly Dictionary<Labels, string> LabelCodes = new()
    {
        [Documents.Labels.Normal] = "N",
        [Documents.Labels.Restricted] = "R",
        [Documents.Labels.VeryRestricted] = "V",
        [Documents.Labels.HiddenFromProfessionals] = "MASQUE_PS",
        [Documents.Labels.WithheldFromHolder] = "INVISIBLE_PATIENT",
        [Documents.Labels.WithheldFromGuardians] = "INVISIBLE_REPRESENTANTS_LEGAUX",
    };
}
