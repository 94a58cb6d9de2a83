using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Dates, periods and timings as searches find them (FHIR R4, search, date).</summary>
internal static class IndexedMoments
{
    /// <summary>The stretches of time that <paramref name="node"/> gives the parameter <paramref name="code"/>.</summary>
    public static IEnumerable<IndexedValue> Of(string code, FhirNode node) => node.Type?.Name switch
    {
        "Period" => [Period(code, node)],
        "Timing" => Timing(code, node),
        _ when SearchMoment.TryParse(node.Text, out var moment) => [new IndexedValue.Moment(code, moment.From, moment.To)],
        _ => [],
    };

    // An end that is not given is open: the period has not begun or not ended as far as anybody knows.
    private static IndexedValue.Moment Period(string code, FhirNode period) => new(
        code,
        SearchMoment.TryParse(period["start"].Text, out var start) ? start.From : SearchMoment.Beginning,
        SearchMoment.TryParse(period["end"].Text, out var end) ? end.To : SearchMoment.End);

    private static IEnumerable<IndexedValue> Timing(string code, FhirNode timing)
    {
        foreach (var moment in timing.Each("event"))
        {
            if (SearchMoment.TryParse(moment.Text, out var read))
            {
                yield return new IndexedValue.Moment(code, read.From, read.To);
            }
        }

        if (timing["repeat"]["boundsPeriod"] is { Exists: true } bounds)
        {
            yield return Period(code, bounds);
        }
    }
}
