using System.Text.Json;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Torture.Check;

/// <summary>What was promised to be sent arrives, once.</summary>
internal static class DeliveryInvariants
{
    /// <summary>
    /// I7: no delivery is taken in twice, none that nobody sent and, once everything has <paramref name="settled"/>, all of them are taken in.
    /// </summary>
    public static IEnumerable<string> EveryOutEndsInOneIn(Evidence evidence, bool settled)
    {
        var taken = evidence.Journals.SelectMany(Taken).CountBy(delivery => delivery).ToDictionary();
        var sent = evidence.Journals.SelectMany(Sent).ToHashSet();
        foreach (var delivery in taken.Keys.Except(sent))
        {
            yield return $"{delivery}: taken in, and nobody sent it";
        }

        foreach (var delivery in sent)
        {
            var times = taken.GetValueOrDefault(delivery);
            if (times > 1 || (times == 0 && settled))
            {
                yield return $"{delivery}: taken in {times} times";
            }
        }
    }

    /// <summary>How many deliveries are on their way.</summary>
    public static int Open(IReadOnlyList<StandingJournal> journals) => journals.SelectMany(Sent).Except(journals.SelectMany(Taken)).Count();

    private static IEnumerable<Delivery> Sent(StandingJournal journal) =>
        from entry in journal.Entries
        where entry is { Kind: EntryKind.Out, Body.ValueKind: JsonValueKind.Object }
        let target = entry.Body.GetProperty("target")
        select new Delivery(
            ReceiverOf(target.GetProperty("namespace").GetString()!, target.GetProperty("key").GetString()!),
            $"space/{journal.Id}", entry.Body.GetProperty("sequence").GetInt64());

    // What a stream brings is written into the journal of the grain that takes it in.
    private static JournalId ReceiverOf(string stream, string key) => JournalId.Of(stream is "notifications" ? "notice-book" : stream, key);

    private static IEnumerable<Delivery> Taken(StandingJournal journal) =>
        from entry in journal.Entries
        where entry is { Kind: EntryKind.In, Body.ValueKind: JsonValueKind.Object }
        select new Delivery(journal.Id, entry.Body.GetProperty("sender").GetString()!, entry.Body.GetProperty("sequence").GetInt64());

    private sealed record Delivery(JournalId Receiver, string Sender, long Sequence);
}
