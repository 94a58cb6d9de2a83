using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Lists;

/// <summary>What submission sets are searched by (PDSm, ITI-66).</summary>
public static class SubmissionSetParameters
{
    private const string Type = "List";

    private static readonly (string Code, string Type)[] Known =
    [
        (Clause.Id, "token"), (Clause.LastUpdated, "date"), ("identifier", "token"), ("code", "token"), ("status", "token"), ("isArchived", "token"),
        ("designationType", "token"), ("sourceId", "token"), ("date", "date"), ("title", "string"), ("source.given", "string"), ("source.family", "string"),
        ("source", "reference"), ("authorOrg", "reference"),
    ];

    /// <summary>The documents of a set, brought along with it.</summary>
    public const string Items = "List:item";

    /// <summary>The type, as searches know it.</summary>
    public static SearchableType Searchable { get; } = new(Type, Known.Select(known => ProfileParameter.Of(Type, known.Code, known.Type)), Items);

    /// <summary><paramref name="query"/> as sets are kept: their own codes without a system.</summary>
    public static ResourceQuery AsKept(ResourceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query with
        {
            Clauses = query.Clauses.Select(clause => clause with { AnyOf = clause.AnyOf.Select(sought => AsKept(clause.Parameter, sought)).ToValueList() }).ToValueList(),
        };
    }

    private static Sought AsKept(string parameter, Sought sought) => (parameter, sought) switch
    {
        ("code", Sought.Token { System: SubmissionSetWriter.ListTypes } token) => token with { System = null },
        ("status", Sought.Token { System: "http://hl7.org/fhir/list-status" } token) => token with { System = null },
        ("identifier" or "sourceId", Sought.Token { System: CodeSystems.Uris } token) => token with { System = null },
        _ => sought,
    };
}
