using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Torture.Check;
using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture;

/// <summary>A lie told to the checker, to prove that it would notice: what stands, or the log, is tampered with after the fact.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Killer">The invariant that must break.</param>
/// <param name="Tamper">Changes what the checker is shown.</param>
internal sealed record Mutant(string Name, string Killer, Func<Evidence, IReadOnlyList<Exchange>, (Evidence Evidence, IReadOnlyList<Exchange> Log)> Tamper)
{
    /// <summary>One for each invariant that is decided from what was read.</summary>
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("gap", "I1", (evidence, log) => (In(evidence, Fullest(evidence), journal => journal with { Entries = [.. journal.Entries.Skip(1)] }), log)),
        new("drop-ack", "I3", (evidence, log) => (Without(evidence, entry => entry.Command == Deposited(evidence, log).Command), log)),
        new("double-apply", "I3", (evidence, log) => (In(evidence, Holding(evidence, Deposited(evidence, log)), journal => Twice(journal, Deposited(evidence, log))), log)),
        new("stranger", "I4", (evidence, log) => (evidence, [.. log.Where(exchange => exchange.Asked is not Asked.Deposit)])),
        new("forgotten", "I5", (evidence, log) => (evidence, [.. log.Select(ForgetOne)])),
        new("untraced", "I6", (evidence, log) => (Without(evidence, entry => IsTraceOf(entry, log.Last(Discloses))), log)),
        new("lost-notice", "I7", (evidence, log) => (Without(evidence, entry => entry.Kind is EntryKind.In), log)),
        new("other-content", "I8", (evidence, log) => (evidence with { Contents = evidence.Contents.ToDictionary(content => content.Key, _ => (string?)"") }, log)),
        new("late-writer", "I10", (evidence, log) => (In(evidence, Fullest(evidence), journal => journal with { Blocks = [.. journal.Blocks, Guid.Empty, journal.Blocks[0]] }), log)),
    ];

    private static StandingJournal Fullest(Evidence evidence) => evidence.Journals.MaxBy(journal => journal.Entries.Count)!;

    private static StandingEntry Deposited(Evidence evidence, IReadOnlyList<Exchange> log)
    {
        var acknowledged = log.First(exchange => exchange is { Asked: Asked.Deposit, Acknowledged: true }).Document![32..];
        return evidence.Journals.SelectMany(journal => journal.Events("document-deposited"))
            .First(entry => entry.Body.GetProperty("sheet").GetProperty("logicalId").GetGuid() == Guid.Parse(acknowledged));
    }

    private static StandingJournal Holding(Evidence evidence, StandingEntry wanted) => evidence.Journals.First(journal => journal.Entries.Contains(wanted));

    private static bool Discloses(Exchange exchange) => exchange is { Asked: Asked.Content, Status: 200 };

    private static bool IsTraceOf(StandingEntry entry, Exchange disclosure) =>
        entry.Time >= disclosure.Sent && entry.Time <= disclosure.Ended
        && entry.Kind is EntryKind.Event && entry.Body.TryGetProperty("event", out var name) && name.GetString() == "accessed";

    private static Exchange ForgetOne(Exchange exchange) =>
        exchange is { Asked: Asked.ListAfterStart, Listed.Count: > 0 } ? exchange with { Listed = [.. exchange.Listed.Skip(1)] } : exchange;

    private static Evidence In(Evidence evidence, StandingJournal changed, Func<StandingJournal, StandingJournal> change) =>
        evidence with { Journals = [.. evidence.Journals.Select(journal => journal == changed ? change(journal) : journal)] };

    private static Evidence Without(Evidence evidence, Func<StandingEntry, bool> gone) =>
        evidence with { Journals = [.. evidence.Journals.Select(journal => journal with { Entries = [.. journal.Entries.Where(entry => !gone(entry))] })] };

    private static StandingJournal Twice(StandingJournal journal, StandingEntry applied)
    {
        var again = journal.Entries.Where(entry => entry.Command == applied.Command)
            .Select((entry, index) => entry with { Sequence = journal.Entries.Count + index + 1, Block = journal.Blocks.Count, Command = Guid.NewGuid() });
        return journal with { Entries = [.. journal.Entries, .. again], Blocks = [.. journal.Blocks, journal.Blocks[^1]] };
    }
}

/// <summary>A lie of the store: one bit of everything it gives back from a container is wrong.</summary>
internal sealed class FlippedStore(IBlobStore inner, BlobContainer container) : DelegatingBlobStore(inner)
{
    public override async Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        var content = await base.ReadAsync(name, offset, length, cancellationToken);
        if (name.Container != container || content.Bytes.IsEmpty)
        {
            return content;
        }

        var bytes = content.Bytes.ToArray();
        bytes[^1] ^= 1;
        return content with { Bytes = bytes };
    }
}
