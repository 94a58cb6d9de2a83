using System.Text.Json;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Storage.Erasure;

/// <summary>Makes certificates of erasure, and keeps each under its number beside the proofs of the nights: written once, never overwritten.</summary>
/// <param name="blobs">Where journals and certificates are.</param>
/// <param name="keys">Where the keys of journals are.</param>
/// <param name="signer">The platform's signature.</param>
public sealed class ErasureBook(IBlobStore blobs, ISpaceKeys keys, IHeadSigner signer)
{
    private const int Longest = 64 * 1024;

    private readonly TraceReader _traces = new(blobs, keys);

    /// <summary>Whether <paramref name="number"/> has the shape of a number of ours: only such a one becomes the name of a blob.</summary>
    public static bool IsNumber(string? number) => number is { Length: 16 } && number.All(char.IsAsciiHexDigitUpper);

    /// <summary>The certificate of the number <paramref name="number"/>; <see langword="null"/> where there is none (yet).</summary>
    /// <exception cref="StorageUnavailableException">The store is out of reach.</exception>
    public async Task<ErasureCertificate?> FindAsync(string number, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await blobs.ReadAsync(Name(number), 0, Longest, cancellationToken);
            return ErasureCertificate.Read(blob.Bytes.Span);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Certifies an erasure that is done. A certificate of that number that stands already is left as it is.</summary>
    /// <param name="done">What was erased.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="StorageUnavailableException">The store is out of reach; the call can be repeated.</exception>
    /// <exception cref="JournalCorruptedException">A journal cannot be right: nothing is certified of it.</exception>
    public async Task CertifyAsync(ErasureDone done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(done);
        var journals = new List<ErasedJournal> { await ReadAsync(done.Space, done.Decision, cancellationToken) };
        foreach (var other in done.Others)
        {
            var read = await ReadAsync(other, decision: null, cancellationToken);
            if (read.SequenceAfter > 0)
            {
                journals.Add(read);
            }
        }

        var unsigned = new ErasureCertificate(
            done.Number, done.DecidedAt, done.ErasedAt, done.Documents, journals, Convert.ToHexStringLower(signer.PublicKey.Span), "");
        var signature = await signer.SignAsync(Statements.Erasure(unsigned), cancellationToken);
        await KeepAsync(unsigned with { Signature = Convert.ToHexStringLower(signature.Span) }, cancellationToken);
    }

    private static BlobName Name(string number) => new(BlobContainer.Proofs, $"erasures/{number.ToLowerInvariant()}");

    // Nothing follows the erasure of the other journals: where they stand is where they stood.
    private async Task<ErasedJournal> ReadAsync(JournalId journal, long? decision, CancellationToken cancellationToken)
    {
        var start = new JournalHead(0, ChainValue.Start(journal));
        var (before, after) = (start, start);
        await foreach (var entry in _traces.ReadAsync(journal, cancellationToken))
        {
            after = new(entry.Sequence, entry.Chain);

            // The opening of a segment stands in the block that follows it: no journal ever ended there.
            before = decision is null || (entry.Sequence < decision && entry.Kind is not EntryKind.SegmentOpened) ? after : before;
        }

        return new(start.Chain, journal.Shard, before.Sequence, before.Chain, after.Sequence, after.Chain);
    }

    private async Task KeepAsync(ErasureCertificate certificate, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.StageAsync(
                Name(certificate.Number), 0, JsonSerializer.SerializeToUtf8Bytes(certificate, ProofsJson.Default.ErasureCertificate), cancellationToken);
            await blobs.CommitAsync(Name(certificate.Number), 1, expected: null, cancellationToken);
        }
        catch (BlobConditionException)
        {
            // Certified already, by a run that was thought to have failed.
        }
    }
}

/// <summary>An erasure that is done, and not certified yet.</summary>
/// <param name="Number">The number of the certificate.</param>
/// <param name="Space">The journal of the space.</param>
/// <param name="Decision">The entry of that journal that decided.</param>
/// <param name="Others">What else was kept of the person.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="ErasedAt">When it was done.</param>
/// <param name="Documents">How many documents were deleted.</param>
public sealed record ErasureDone(
    string Number, JournalId Space, long Decision, IReadOnlyList<JournalId> Others, DateTimeOffset DecidedAt, DateTimeOffset ErasedAt, int Documents);
