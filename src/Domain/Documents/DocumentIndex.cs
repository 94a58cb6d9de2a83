using System.Collections.Frozen;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
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

    // Made at each search, of what it names alone: most lists name the order and nothing else, and no space keeps an index beside its documents.
    private static readonly FrozenDictionary<string, Func<DocumentSheet, IEnumerable<IndexedValue>>> ByParameter =
        new Dictionary<string, Func<DocumentSheet, IEnumerable<IndexedValue>>>
        {
            ["identifier"] = sheet => new[] { sheet.Draft.UniqueId, sheet.LogicalId.ToString("D"), $"urn:uuid:{sheet.Id}" }.SelectMany(code => Codes("identifier", code)),
            ["type"] = sheet => Codes("type", sheet.Draft.Type),
            ["category"] = sheet => Codes("category", sheet.Draft.Class),
            ["status"] = sheet => Codes("status", StatusCode(sheet.Status)),
            ["isArchived"] = sheet => Codes("isArchived", sheet.Archived ? "true" : "false"),
            ["creation"] = sheet => [At("creation", sheet.Draft.CreatedAt)],
            ["date"] = sheet => [At("date", sheet.Draft.CreatedAt)],
            [Deposited] = sheet => [At(Deposited, sheet.DepositedAt)],
            ["language"] = sheet => Codes("language", sheet.Draft.Language),
            ["contenttype"] = sheet => Codes("contenttype", sheet.Draft.ContentType),
            ["format"] = sheet => Codes("format", sheet.Draft.Format),
            ["description"] = sheet => [new IndexedValue.Text("description", sheet.Draft.Title)],
            ["facility"] = sheet => Codes("facility", sheet.Draft.Facility),
            ["setting"] = sheet => Codes("setting", sheet.Draft.Setting),
            ["event"] = sheet => (sheet.Draft.Events ?? []).SelectMany(coded => Codes("event", coded)),
            ["period"] = sheet => Period(sheet.Draft),
            ["period-start"] = sheet => sheet.Draft.ActStart is { } first ? [At("period-start", first)] : [],
            ["period-end"] = sheet => sheet.Draft.ActEnd is { } last ? [At("period-end", last)] : [],
            ["security-label"] = sheet => Labels(sheet.Draft.Labels),
            ["author"] = sheet => sheet.Draft.Authors.SelectMany(Author),
            ["author.family"] = sheet => Names("author.family", sheet.Draft),
            ["author.given"] = sheet => Names("author.given", sheet.Draft),
            ["related"] = sheet => (sheet.Draft.Related ?? []).Select(other => new IndexedValue.Link("related", null, null, null, other.System, other.Value)),
            ["relatesto"] = sheet => sheet.Draft.Replaces is { } replaced ? [new IndexedValue.Link("relatesto", "DocumentReference", null, null, null, replaced)] : [],
            ["relation"] = sheet => Codes("relation", sheet.Draft.Replaces is null ? null : "replaces"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What documents are found by in <paramref name="query"/>: values of the parameters that its clauses and its order name.</summary>
    public static Func<DocumentSheet, Indexed> For(ResourceQuery query)
    {
        Func<DocumentSheet, IEnumerable<IndexedValue>>[] asked =
        [
            .. query.Clauses.Select(clause => clause.Parameter).Concat(query.Sort.Select(key => key.Parameter)).Distinct()
                .Where(ByParameter.ContainsKey).Select(parameter => ByParameter[parameter]),
        ];
        return sheet => new(sheet.LogicalId, sheet.UpdatedAt, new(asked.SelectMany(values => values(sheet)).ToValueList()));
    }

    private static IEnumerable<IndexedValue> Codes(string parameter, string? code) =>
        code is null ? [] : [new IndexedValue.Token(parameter, null, code)];

    private static IEnumerable<IndexedValue> Codes(string parameter, CodedValue? coded) =>
        coded is null ? [] : [new IndexedValue.Token(parameter, coded.System, coded.Code, coded.Display)];

    private static IEnumerable<IndexedValue> Period(DocumentDraft draft) => draft.ActStart is null && draft.ActEnd is null
        ? []
        : [new IndexedValue.Moment("period", draft.ActStart ?? DateTimeOffset.MinValue, draft.ActEnd ?? DateTimeOffset.MaxValue)];

    private static IEnumerable<IndexedValue> Labels(Labels labels) => LabelCodes
        .Where(label => labels.HasFlag(label.Key)).Select(label => new IndexedValue.Token("security-label", null, label.Value));

    private static IEnumerable<IndexedValue> Author(Author author) =>
    [
        .. author.Id is { } id ? [new IndexedValue.Link("author", "PractitionerRole", null, null, ProfessionalId.System, id.Value)] : Array.Empty<IndexedValue>(),
        .. author.Organisation is { } structure
            ? [new IndexedValue.Link("author", "Organization", null, null, StructureId.System, structure.Value)] : Array.Empty<IndexedValue>(),
    ];

    // Names are kept whole: a family name or a given name begins one of their words.
    private static IEnumerable<IndexedValue> Names(string parameter, DocumentDraft draft) => draft.Authors
        .SelectMany(author => (author.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => new IndexedValue.Text(parameter, word));

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
