using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Cli.OldRecords;

/// <summary>
/// Moves the documents of old records into the spaces of their people: the content first, then the space decides. Done again, what is there already
/// stays as it is.
/// </summary>
/// <param name="journals">The journals of buckets and spaces.</param>
/// <param name="vault">Where contents go.</param>
/// <param name="secret">The key of the blind keys of matricules.</param>
/// <param name="types">The document types.</param>
/// <param name="time">When they move.</param>
internal sealed class OldRecordImport(IJournalStore journals, IVault vault, ReadOnlyMemory<byte> secret, DocumentTypes types, TimeProvider time)
{
    /// <summary>The most bytes of a document, as of a professional's deposit.</summary>
    private const long Largest = 50_000_000;

    private readonly RuleWriter<IdentityBucket, BucketEvent> _buckets = new(journals, JournalFormats.Identity);
    private readonly RuleWriter<Space, SpaceEvent> _spaces = new(journals, JournalFormats.Space);

    /// <summary>How many documents moved in this run.</summary>
    public long Imported { get; private set; }

    /// <summary>How many were there already.</summary>
    public long Known { get; private set; }

    /// <summary>Imports the documents that <c>index.csv</c> of <paramref name="folder"/> names, and answers the lines that were not, in order.</summary>
    /// <exception cref="PeopleFileException">The index is none.</exception>
    public async Task<IReadOnlyList<(long Line, Refusal Reason)>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var rejected = new List<(long, Refusal)>();
        var number = 0L;
        await foreach (var text in File.ReadLinesAsync(Path.Combine(folder, "index.csv"), cancellationToken))
        {
            if (++number == 1)
            {
                if (text != OldRecordLine.Header)
                {
                    throw new PeopleFileException($"An index begins with {OldRecordLine.Header}.");
                }
            }
            else if (text.Length > 0 && await ImportAsync(folder, text) is { } refusal)
            {
                rejected.Add((number, refusal));
            }
        }

        return rejected;
    }

    private async Task<Refusal?> ImportAsync(string folder, string text)
    {
        var line = OldRecordLine.Read(text);
        if (!line.Accepted)
        {
            return line.Refusal;
        }

        var file = new FileInfo(Path.Combine(folder, line.Value.File));
        if (!file.Exists || file.Length > Largest)
        {
            return OldRecordRefusals.FileMissing;
        }

        var content = await File.ReadAllBytesAsync(file.FullName);
        var document = OldDocument.Read(line.Value, content);
        if (!document.Accepted)
        {
            return document.Refusal;
        }

        var person = await FindAsync(BlindKey.Of(document.Value.Ins, secret.Span));
        return person is null ? IdentityRefusals.PersonUnknown
            : document.Value.Fault(person.Sheet with { Ins = document.Value.Ins }) ?? await ImportAsync(person, document.Value, content);
    }

    private async Task<Refusal?> ImportAsync(EnrolledPerson person, OldDocument document, byte[] content)
    {
        var (journal, id) = (JournalId.Parse(person.Space.Value), ImportDocument.IdentityOf(person.Space, document.Draft.UniqueId));
        if ((await _spaces.ReadAsync(journal, CancellationToken.None)).TryFind(id, out _))
        {
            Known++;
            return null;
        }

        using var bytes = new MemoryStream(content, writable: false);
        var stored = await vault.WriteAsync(journal, id, bytes, Largest, CancellationToken.None);
        var command = new ImportDocument(
            person.Sheet, document.Draft, new(stored.Blob, stored.Key, stored.Length, stored.Sha256, stored.Sha1), document.By, document.DepositedAt);
        var act = new Act(new Caller.Platform("import"), time.GetUtcNow(), id);
        var decision = (await _spaces.WriteAsync<DepositReceipt>(journal, [space => ImportDocument.Decide(space, command, act, types)], CancellationToken.None))[0];
        if (decision.Events.Count == 0)
        {
            // Refused, or another run was quicker: nothing mentions this content.
            await vault.DeleteAsync(stored, CancellationToken.None);
        }

        Imported += decision.Events.Count > 0 ? 1 : 0;
        return decision.Answer.Refusal;
    }

    private async Task<EnrolledPerson?> FindAsync(BlindKey key)
    {
        var bucket = await _buckets.ReadAsync(JournalFormats.IdentityOf(key.Bucket), CancellationToken.None);
        return bucket.ReplacementOf(key) is { } by ? await FindAsync(by) : bucket.TryFind(key, out var person) ? person : null;
    }
}
