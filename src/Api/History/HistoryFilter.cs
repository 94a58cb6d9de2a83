using System.Globalization;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.History;

/// <summary>
/// What the citizen narrows their history by: <c>group</c>, <c>actor</c>, <c>from</c> and <c>to</c> (days or moments, both included),
/// <c>document</c>, <c>allowed</c>, <c>mode</c>; and the page: <c>count</c>, <c>cursor</c>.
/// </summary>
internal static class HistoryFilter
{
    // Domain facts, access rights, section 6.
    private const int UsualCount = 100;

    private static readonly Dictionary<string, AccessMode> Modes = new()
    {
        ["normal"] = AccessMode.Normal, ["bris_de_glace"] = AccessMode.BreakGlass, ["centre_15"] = AccessMode.RegulationCentre,
    };

    private static readonly Dictionary<string, string> Outcomes = new() { ["true"] = TraceIndex.Succeeded, ["false"] = TraceIndex.Failed };

    /// <summary>Reads the filter of <paramref name="request"/>; <c>format</c> is left to who writes the answer.</summary>
    public static Outcome<ResourceQuery> Read(HttpRequest request)
    {
        var read = FhirQuery.Read(request, "group", "actor", "from", "to", "document", "allowed", "mode", "count", "cursor", "format");
        if (!read.Accepted)
        {
            return read.Refusal;
        }

        var (query, clauses) = (read.Value, new List<Clause>());
        var (from, to) = (query.Dates("from"), query.Dates("to"));
        var count = UsualCount;
        var fault = from.Refusal ?? to.Refusal
            ?? Take("group", group => TraceIndex.Groups.Contains(group) ? Coded(TraceIndex.Group, group) : null)
            ?? Take("actor", actor => TraceIndex.ActorKinds.Contains(actor) ? Coded(TraceIndex.Actor, actor) : null)
            ?? Take("document", id => ResourceId.TryParse(id, out var document)
                ? new(TraceIndex.Entity, Modifier.None, [new Sought.Link("DocumentReference", document.Thing)]) : null)
            ?? Take("allowed", allowed => Outcomes.TryGetValue(allowed, out var outcome) ? Coded(TraceIndex.Outcome, outcome) : null)
            ?? Take("mode", code => Modes.TryGetValue(code, out var mode) ? Coded(TraceIndex.Mode, mode.ToString()) : null)
            ?? (query["count"] is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) ? SearchFaults.ParameterInvalid.At("count") : null);
        if (fault is not null)
        {
            return fault;
        }

        if (from.Value!.From is { } first)
        {
            clauses.Add(new(TraceIndex.Date, Modifier.None, [new Sought.Moment(Prefix.StartsAfter, first, first)]));
        }

        if (to.Value!.Before is { } end)
        {
            clauses.Add(new(TraceIndex.Date, Modifier.None, [new Sought.Moment(Prefix.Less, end, end)]));
        }

        return ResourceQuery.Where([.. clauses]) with { Count = count, Cursor = query["cursor"], WithTotal = true };

        Refusal? Take(string name, Func<string, Clause?> read)
        {
            if (query[name] is not { } value)
            {
                return null;
            }

            if (read(value) is not { } clause)
            {
                return SearchFaults.ParameterInvalid.At(name);
            }

            clauses.Add(clause);
            return null;
        }
    }

    private static Clause Coded(string parameter, string code) => new(parameter, Modifier.None, [new Sought.Token(null, code)]);
}
