using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Storage.Erasure;

/// <summary>
/// Checks a certificate of erasure against the store: its signature, that each journal still holds what it held before and after, unchanged, that the
/// keys of what was erased are gone, and that neither a document nor a snapshot is left.
/// </summary>
/// <param name="blobs">The store.</param>
/// <param name="keys">The keys of its journals.</param>
public sealed class ErasureVerifier(IBlobStore blobs, ISpaceKeys keys)
{
    /// <summary>What contradicts <paramref name="certificate"/>, in English; nothing where it holds.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="key">The platform's public key, as it is published (65 bytes).</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="StorageUnavailableException">The store is out of reach.</exception>
    public async Task<IReadOnlyList<string>> FaultsAsync(ErasureCertificate certificate, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var faults = new List<string>();
        if (!IsSigned(certificate, key.Span))
        {
            faults.Add("The signature is not the platform's.");
        }

        foreach (var erased in certificate.Journals)
        {
            faults.AddRange(await FaultsAsync(erased, cancellationToken));
        }

        return faults;
    }

    private static bool IsSigned(ErasureCertificate certificate, ReadOnlySpan<byte> key)
    {
        try
        {
            using var verifier = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = key[1..33].ToArray(), Y = key[33..].ToArray() },
            });
            return ErasureBook.IsNumber(certificate.Number)
                && verifier.VerifyData(Statements.Erasure(certificate), Convert.FromHexString(certificate.Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception malformed) when (malformed is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private async Task<List<string>> FaultsAsync(ErasedJournal erased, CancellationToken cancellationToken)
    {
        await foreach (var end in JournalEnds.ListAsync(blobs, erased.Shard, cancellationToken))
        {
            if (ChainValue.Start(end.Id) == erased.Journal)
            {
                return await FaultsAsync(end.Id, erased, cancellationToken);
            }
        }

        return [$"The journal of digest {erased.Journal} is gone."];
    }

    private async Task<List<string>> FaultsAsync(JournalId journal, ErasedJournal erased, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var verifier = new JournalVerifier(blobs);
        JournalHead[] heads = [new(erased.SequenceBefore, erased.ChainBefore), new(erased.SequenceAfter, erased.ChainAfter)];
        foreach (var head in heads)
        {
            if ((await verifier.VerifyAsync(journal, head, cancellationToken)).Fault is { } fault)
            {
                faults.Add($"The journal of digest {erased.Journal} is not the one that was certified: {fault.Reason}.");
            }
        }

        if (await keys.FindAsync(journal, cancellationToken) is not { Data: null, Message: null })
        {
            faults.Add($"The keys of the journal of digest {erased.Journal} are not destroyed.");
        }

        if (await blobs.PropertiesAsync(JournalNames.Head(journal), cancellationToken) is not null)
        {
            faults.Add($"The journal of digest {erased.Journal} has a snapshot.");
        }

        await foreach (var _ in blobs.ListAsync(BlobContainer.Documents, JournalNames.Documents(journal), cancellationToken))
        {
            faults.Add($"The space of the journal of digest {erased.Journal} still has a document.");
            break;
        }

        return faults;
    }
}
