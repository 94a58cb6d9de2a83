using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Numbers, with or without units, as searches find them (FHIR R4, search, quantity and number).</summary>
internal static class IndexedQuantities
{
    /// <summary>The numbers that <paramref name="node"/> gives the parameter <paramref name="code"/>; those beyond 28 digits cannot be searched.</summary>
    public static IEnumerable<IndexedValue> Of(string code, FhirNode node)
    {
        switch (node.Type?.Name)
        {
            case "Range":
                var (low, high) = (node["low"], node["high"]);
                var unit = low.Exists ? low : high;
                return [new IndexedValue.Quantity(
                    code, low["value"].Number ?? decimal.MinValue, high["value"].Number ?? decimal.MaxValue, unit["system"].Text, Unit(unit))];
            case "Money" when node["value"].Number is { } amount:
                return [new IndexedValue.Quantity(code, amount, amount, "urn:iso:std:iso:4217", node["currency"].Text)];
            case { } when node.Number is { } number:
                return [new IndexedValue.Quantity(code, number, number)];
            case { } when node["value"].Number is { } value:
                var (least, most) = node["comparator"].Text switch
                {
                    "<" or "<=" => (decimal.MinValue, value),
                    ">" or ">=" => (value, decimal.MaxValue),
                    _ => (value, value),
                };
                return [new IndexedValue.Quantity(code, least, most, node["system"].Text, Unit(node))];
            default:
                return [];
        }
    }

    private static string? Unit(FhirNode quantity) => quantity["code"].Text ?? quantity["unit"].Text;
}
