using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Fhir.Search;

/// <summary>A search while its parameters are read one by one.</summary>
internal sealed class SearchDraft
{
    public List<Clause> Clauses { get; } = [];

    public List<SortKey> Sort { get; } = [];

    public List<Inclusion> Include { get; } = [];

    public int Count { get; set; } = ResourceQuery.UsualCount;

    public bool CountsOnly { get; set; }

    public bool WithTotal { get; set; } = true;

    /// <summary>The search, all of them read.</summary>
    public ResourceQuery Query => new(
        Clauses.ToValueList(), Sort.ToValueList(), CountsOnly ? 0 : Count, null, WithTotal || CountsOnly || Count == 0, Include.ToValueList());
}
