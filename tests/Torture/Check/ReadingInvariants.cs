using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture.Check;

/// <summary>What was disclosed is what stands, and stands as disclosed.</summary>
internal static class ReadingInvariants
{
    /// <summary>I5: what the platform lists after a start is what its journal says.</summary>
    public static IEnumerable<string> ListsAreTheReplayedSet(Evidence evidence, IReadOnlyList<Exchange> log)
    {
        foreach (var list in log.Where(exchange => exchange is { Asked: Asked.ListAfterStart, Acknowledged: true }))
        {
            var replayed = evidence.Of(JournalId.Parse(list.Space)).Documents().Where(document => document.Deposited.Time < list.Sent);
            if (!replayed.Select(document => document.Id).Order(StringComparer.Ordinal).SequenceEqual(list.Listed!.Order(StringComparer.Ordinal)))
            {
                yield return $"round {list.Round}: the list after the start is not the replayed set";
            }
        }
    }

    /// <summary>I6: every answer that disclosed something has a trace of its own, allowed, and written between the request and the answer.</summary>
    public static IEnumerable<string> DisclosuresAreTraced(Evidence evidence, IReadOnlyList<Exchange> log)
    {
        var traces = evidence.Journals.SelectMany(journal => journal.Events("accessed").Select(entry => Trace.Read(journal.Id, entry)))
            .Where(trace => trace.Allowed).GroupBy(trace => trace.Of)
            .ToDictionary(group => group.Key, group => group.OrderBy(trace => trace.At).ToList());
        foreach (var exchange in log.Where(Discloses).OrderBy(exchange => exchange.Ended))
        {
            // The earliest that fits, to who was answered first: if any assignment exists, this one does.
            var fitting = traces.GetValueOrDefault(Subject.Of(exchange));
            var own = fitting?.FindIndex(trace => trace.At >= exchange.Sent && trace.At <= exchange.Ended) ?? -1;
            if (own < 0)
            {
                yield return $"round {exchange.Round}: {exchange.Asked} to {exchange.Caller} at {exchange.Ended:O} has no trace of its own";
            }
            else
            {
                fitting!.RemoveAt(own);
            }
        }
    }

    /// <summary>Block: whoever the holder has shut out is let in by no ordinary access until the block is lifted.</summary>
    public static IEnumerable<string> BlocksHold(Evidence evidence)
    {
        foreach (var journal in evidence.Journals)
        {
            var shutOut = new HashSet<string>();
            foreach (var entry in journal.Entries)
            {
                if (entry.IsEvent("professional-blocked"))
                {
                    shutOut.Add(entry.Body.GetProperty("block").GetProperty("subject").GetString()!);
                }
                else if (entry.IsEvent("block-lifted"))
                {
                    shutOut.Remove(entry.Body.GetProperty("subject").GetString()!);
                }
                else if (entry.IsEvent("accessed") && Trace.Read(journal.Id, entry) is { Allowed: true, Ordinary: true, Of.Caller: var caller }
                    && shutOut.Contains($"P/{caller}"))
                {
                    yield return $"journal {journal.Id}: entry {entry.Sequence} lets in {caller}, who is shut out";
                }
            }
        }
    }

    private static bool Discloses(Exchange exchange) =>
        exchange.Acknowledged && exchange is { Asked: Asked.Content } or { Asked: Asked.List or Asked.ListAfterStart, Listed.Count: > 0 };

    /// <summary>What a disclosure and its trace must agree on; of a professional the trace tells no number.</summary>
    private sealed record Subject(string Space, string Caller, string Action, string? Document, int? Count)
    {
        public static Subject Of(Exchange exchange) => exchange.Asked is Asked.Content
            ? new(exchange.Space, exchange.Caller, "OpenedDocument", exchange.Document![32..], null)
            : new(exchange.Space, exchange.Caller, "ListedDocuments", null, exchange.Caller == exchange.Space ? exchange.Listed!.Count : null);
    }

    private sealed record Trace(Subject Of, bool Allowed, bool Ordinary, DateTimeOffset At)
    {
        public static Trace Read(JournalId journal, StandingEntry accessed)
        {
            var trace = accessed.Body.GetProperty("trace");
            var by = trace.GetProperty("by");
            var caller = by.TryGetProperty("id", out var id) ? id : by.GetProperty("space");
            var document = trace.TryGetProperty("document", out var named) ? named.GetGuid().ToString("N") : null;
            int? count = trace.TryGetProperty("count", out var counted) ? counted.GetInt32() : null;
            var subject = new Subject(journal.ToString(), caller.GetString()!, trace.GetProperty("action").GetString()!, document, count);
            var ordinary = trace.GetProperty("context").GetProperty("mode").ValueEquals("Normal");
            return new(subject, trace.GetProperty("allowed").GetBoolean(), ordinary, accessed.Time);
        }
    }
}
