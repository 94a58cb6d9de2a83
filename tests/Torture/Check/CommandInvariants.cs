using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture.Check;

/// <summary>What was acknowledged stands once; what stands was asked for.</summary>
internal static class CommandInvariants
{
    /// <summary>I3: every acknowledged command is in its journal exactly once, and no command twice.</summary>
    public static IEnumerable<string> AcknowledgedStandsOnce(Evidence evidence, IReadOnlyList<Exchange> log) =>
        [.. Deposits(evidence, log), .. Blocks(evidence, log)];

    /// <summary>I4: every entry names its command; a command is one block and a block is one command; every deposit was asked for.</summary>
    public static IEnumerable<string> NoEffectWithoutCommand(Evidence evidence, IReadOnlyList<Exchange> log)
    {
        foreach (var journal in evidence.Journals)
        {
            var commands = journal.Entries.Where(entry => entry.Kind is not EntryKind.SegmentOpened).ToList();
            foreach (var entry in commands.Where(entry => entry.Command == Guid.Empty))
            {
                yield return $"journal {journal.Id}: entry {entry.Sequence} names no command";
            }

            foreach (var (command, _) in commands.DistinctBy(entry => (entry.Command, entry.Block)).CountBy(entry => entry.Command).Where(IsSeveral))
            {
                yield return $"journal {journal.Id}: command {command} stands in several blocks";
            }

            foreach (var (block, _) in commands.DistinctBy(entry => (entry.Command, entry.Block)).CountBy(entry => entry.Block).Where(IsSeveral))
            {
                yield return $"journal {journal.Id}: block {block} holds several commands";
            }
        }

        var asked = log.Where(exchange => exchange.Asked is Asked.Deposit)
            .Select(exchange => (exchange.Space, CommandOf(exchange), exchange.UniqueId)).ToHashSet();
        foreach (var journal in evidence.Journals)
        {
            foreach (var document in journal.Documents().Where(known => !asked.Contains((journal.Id.ToString(), known.Deposited.Command, known.UniqueId))))
            {
                yield return $"journal {journal.Id}: nobody asked for the deposit of entry {document.Deposited.Sequence}";
            }
        }
    }

    private static IEnumerable<string> Deposits(Evidence evidence, IReadOnlyList<Exchange> log) =>
        from space in log.Where(exchange => exchange.Asked is Asked.Deposit).GroupBy(exchange => exchange.Space)
        let journal = evidence.Of(JournalId.Parse(space.Key))
        let results = journal.Entries.Where(entry => entry.Kind is EntryKind.CommandDone).ToLookup(entry => entry.Command)
        let documents = journal.Documents().ToLookup(document => document.UniqueId)
        from deposit in space.GroupBy(exchange => (exchange.Caller, exchange.Key, exchange.UniqueId), (_, exchanges) => exchanges.ToList())
        let fault = Fault(deposit, [.. documents[deposit[0].UniqueId!]], results[CommandOf(deposit[0])].Count())
        where fault is not null
        select $"deposit {deposit[0].Key}: {fault}";

    /// <summary>What is wrong with a deposit that was asked for once or several times under one key.</summary>
    private static string? Fault(List<Exchange> deposit, List<StandingDocument> documents, int results)
    {
        var told = deposit.Where(exchange => exchange.Acknowledged).Select(exchange => exchange.Document).Distinct().ToList();
        return documents.Count != results || results > 1 ? $"{documents.Count} documents and {results} results stand"
            : told.Count > 0 && results == 0 ? "acknowledged, and nothing stands"
            : told.Count > 1 ? $"its answers name {string.Join(", ", told)}"
            : told is [{ } document] && document != documents[0].Id ? $"its answers name {document}, the journal {documents[0].Id}"
            : deposit.Find(exchange => !exchange.Acknowledged && !exchange.Unclear) is { } refused ? $"answered {refused.Status}"
            : null;
    }

    private static IEnumerable<string> Blocks(Evidence evidence, IReadOnlyList<Exchange> log)
    {
        foreach (var (asked, name, id) in new (Asked, string, Func<JsonElement, JsonElement>)[]
        {
            (Asked.Block, "professional-blocked", body => body.GetProperty("block").GetProperty("id")),
            (Asked.LiftBlock, "block-lifted", body => body.GetProperty("id")),
        })
        {
            var standing = evidence.Journals.SelectMany(journal => journal.Events(name)).CountBy(entry => id(entry.Body).GetGuid()).ToDictionary();
            var acknowledged = log.Where(exchange => exchange.Asked == asked && exchange.Acknowledged).Select(exchange => exchange.Block!.Value)
                .ToHashSet();
            foreach (var block in acknowledged.Union(standing.Keys))
            {
                var times = standing.GetValueOrDefault(block);
                if (times > 1 || (times == 0 && acknowledged.Contains(block)))
                {
                    yield return $"{name} {block}: acknowledged {acknowledged.Contains(block)}, stands {times} times";
                }
            }
        }
    }

    /// <summary>The identity of the command that a key means: of one caller, the first 16 bytes of a SHA-256.</summary>
    private static Guid CommandOf(Exchange deposit) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{deposit.Caller}\n{deposit.Key}")).AsSpan(0, 16), bigEndian: true);

    private static bool IsSeveral<T>(KeyValuePair<T, int> counted) => counted.Value > 1;
}
