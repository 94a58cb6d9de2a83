using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Torture.Check;
using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture;

/// <summary>What the checker is shown.</summary>
/// <param name="Evidence">What stands.</param>
/// <param name="Log">What was answered.</param>
/// <param name="Store">The folder that the evidence comes from.</param>
internal sealed record Shown(Evidence Evidence, IReadOnlyList<Exchange> Log, string Store)
{
    /// <summary>The same without the entries that <paramref name="gone"/> says.</summary>
    public Shown Without(Func<StandingEntry, bool> gone) =>
        With(journal => journal with { Entries = [.. journal.Entries.Where(entry => !gone(entry))] });

    /// <summary>The same with every journal changed.</summary>
    public Shown With(Func<StandingJournal, StandingJournal> change) =>
        this with { Evidence = Evidence with { Journals = [.. Evidence.Journals.Select(change)] } };
}

/// <summary>A lie told to the checker, to prove that it would notice: what stands, or the log, is tampered with after the fact.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Killer">The invariant that must break.</param>
/// <param name="Tamper">Changes what the checker is shown.</param>
internal sealed record Mutant(string Name, string Killer, Func<Shown, Task<Shown>> Tamper)
{
    /// <summary>One for each invariant at least.</summary>
    public static IReadOnlyList<Mutant> All { get; } =
    [
        Told("gap", "I1", shown => shown.Without(entry => entry.Sequence == 2)),
        Stored("flipped-journal", "I2", [], store => new FlippedStore(store, BlobContainer.Journals)),
        Told("drop-ack", "I3", shown => shown.Without(IsOf(Acknowledged(shown)))),
        Told("double-apply", "I3", shown => shown.With(journal => Twice(journal, Acknowledged(shown)))),
        Told("stranger", "I4", shown => shown with { Log = [.. shown.Log.Where(exchange => exchange.Asked is not Asked.Deposit)] }),
        Told("forgotten", "I5", shown => shown with { Log = [.. shown.Log.Select(ForgetOne)] }),
        Told("untraced", "I6", shown => shown.Without(IsTraceOf(shown.Log.Last(exchange => exchange is { Asked: Asked.Content, Status: 200 })))),
        Told("lost-notice", "I7", shown => shown.Without(entry => entry.Kind is EntryKind.In)),
        Stored("flipped-document", "I8", [], store => new FlippedStore(store, BlobContainer.Documents)),
        Stored("clear-text", "I9", ["/j/00000001"], store => store),
        Told("late-writer", "I10", shown => shown.With(journal => journal with { Blocks = [.. journal.Blocks, Guid.Empty, journal.Blocks[0]] })),
        Told("never-lifted", "block", shown => shown.Without(entry => entry.IsEvent("block-lifted"))),
    ];

    private static Mutant Told(string name, string killer, Func<Shown, Shown> tamper) => new(name, killer, shown => Task.FromResult(tamper(shown)));

    /// <summary>A lie of the store itself, read anew; or words taken for secrets that it holds in the clear.</summary>
    private static Mutant Stored(string name, string killer, IReadOnlyList<string> secrets, Func<IBlobStore, IBlobStore> spoil) =>
        new(name, killer, async shown => shown with { Evidence = await new StoreReader(shown.Store, secrets).ReadAsync(spoil) });

    /// <summary>The identity of a document whose deposit was acknowledged.</summary>
    private static Guid Acknowledged(Shown shown) =>
        Guid.Parse(shown.Log.First(exchange => exchange is { Asked: Asked.Deposit, Acknowledged: true }).Document![32..]);

    private static Func<StandingEntry, bool> IsOf(Guid document) =>
        entry => entry.IsEvent("document-deposited") && entry.Body.GetProperty("sheet").GetProperty("logicalId").GetGuid() == document;

    private static Func<StandingEntry, bool> IsTraceOf(Exchange disclosure) =>
        entry => entry.IsEvent("accessed") && entry.Time >= disclosure.Sent && entry.Time <= disclosure.Ended;

    private static Exchange ForgetOne(Exchange exchange) =>
        exchange is { Asked: Asked.ListAfterStart, Listed.Count: > 0 } ? exchange with { Listed = [.. exchange.Listed.Skip(1)] } : exchange;

    private static StandingJournal Twice(StandingJournal journal, Guid document)
    {
        var again = journal.Entries.Where(IsOf(document))
            .Select(entry => entry with { Sequence = journal.Entries.Count + 1, Block = journal.Blocks.Count });
        return journal with { Entries = [.. journal.Entries, .. again], Blocks = [.. journal.Blocks, journal.Blocks[^1]] };
    }
}

/// <summary>A lie of the store: one bit of everything it gives back from a container is wrong.</summary>
internal sealed class FlippedStore(IBlobStore inner, BlobContainer container) : DelegatingBlobStore(inner)
{
    public override async Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        var content = await base.ReadAsync(name, offset, length, cancellationToken);
        return name.Container == container && !content.Bytes.IsEmpty ? content with { Bytes = Flipped(content.Bytes.ToArray()) } : content;
    }

    public override async Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        var stream = await base.OpenReadAsync(name, offset, length, cancellationToken);
        if (name.Container != container)
        {
            return stream;
        }

        await using (stream)
        {
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            return new MemoryStream(Flipped(bytes.ToArray()));
        }
    }

    private static byte[] Flipped(byte[] bytes)
    {
        bytes[^1] ^= 1;
        return bytes;
    }
}
