using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>What documents are searched by (PDSm, ITI-67): R4's parameters that a sheet has values for, and those that PDSm and MHD add.</summary>
public static class DocumentParameters
{
    private const string Type = "DocumentReference";

    // The spelling of PDSm, beside that of R4.
    private const string RelatesTo = "relatesTo";

    private static readonly (string Code, string Type)[] Known =
    [
        (Clause.Id, "token"), (Clause.LastUpdated, "date"), ("identifier", "token"), ("status", "token"), ("isArchived", "token"),
        ("type", "token"), ("category", "token"), ("format", "token"), ("security-label", "token"), ("facility", "token"),
        ("setting", "token"), ("event", "token"), ("language", "token"), ("contenttype", "token"), ("relation", "token"),
        ("creation", "date"), ("date", "date"), ("period", "date"), ("period-start", "date"), ("period-end", "date"),
        ("description", "string"), ("author.given", "string"), ("author.family", "string"),
        ("author", "reference"), ("related", "reference"), ("relatesto", "reference"), (RelatesTo, "reference"),
    ];

    /// <summary>The type, as searches know it.</summary>
    public static SearchableType Searchable { get; } = new(Type, Known.Select(known => ProfileParameter.Of(Type, known.Code, known.Type)));

    /// <summary>The unique identifier that the value of <c>identifier</c> means; <see langword="null"/> where it is not <c>urn:ietf:rfc:3986|…</c>.</summary>
    public static string? UniqueId(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return UniqueIdReader.OfToken(token);
    }

    /// <summary>
    /// <paramref name="query"/> as sheets are kept. Codes of the record are kept without their system: a value that names the right one is
    /// searched by its code, one that names another finds nothing.
    /// </summary>
    /// <returns>The query; <see cref="SearchFaults.ParameterInvalid"/> for a status that no document can have.</returns>
    public static Outcome<ResourceQuery> AsKept(ResourceQuery query, DocumentTypes types)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(types);
        var statuses = query.Clauses.Where(clause => clause.Parameter is "status").SelectMany(clause => clause.AnyOf).OfType<Sought.Token>();
        return statuses.Any(status => status.Code is not ("current" or "superseded" or "entered-in-error"))
            ? SearchFaults.ParameterInvalid.At("status")
            : query with
            {
                Clauses = query.Clauses.Select(clause => new Clause(
                    NameOf(clause.Parameter), clause.Modifier, clause.AnyOf.Select(sought => AsKept(clause.Parameter, sought, types)).ToValueList())).ToValueList(),
                Sort = query.Sort.Select(key => key with { Parameter = NameOf(key.Parameter) }).ToValueList(),
            };
    }

    private static string NameOf(string parameter) => parameter is RelatesTo ? "relatesto" : parameter;

    private static Sought AsKept(string parameter, Sought sought, DocumentTypes types) => sought switch
    {
        Sought.Token { System: CodeSystems.Uris, Code: { } uri } when parameter is "identifier" =>
            new Sought.Token(null, UniqueIdReader.OfToken($"{CodeSystems.Uris}|{uri}") ?? uri),
        Sought.Token { System: { } system, Code: { } code } when system == SystemOf(parameter, code, types) => new Sought.Token(null, code),
        Sought.Link { System: CodeSystems.Uris } link when NameOf(parameter) is "relatesto" => link with { System = null },
        _ => sought,
    };

    private static string? SystemOf(string parameter, string code, DocumentTypes types) => parameter switch
    {
        "status" => "http://hl7.org/fhir/document-reference-status",
        "type" => types.Find(code)?.System,
        "category" => CodeSystems.DocumentClasses,
        "format" => CodeSystems.OfFormat(code),
        "security-label" => LabelCodes.All.FirstOrDefault(label => label.Code == code).System,
        "language" => "urn:ietf:bcp:47",
        "contenttype" => "urn:ietf:bcp:13",
        "relation" => "http://hl7.org/fhir/document-relationship-type",
        _ => null,
    };
}
