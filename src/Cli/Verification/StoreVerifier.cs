using System.Runtime.CompilerServices;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Cli.Verification;

/// <summary>What a verification of the store has counted.</summary>
/// <param name="Journals">Journals read.</param>
/// <param name="Entries">Entries found right.</param>
/// <param name="Erased">Of these, the ones whose content went with its key; counted with the keys only.</param>
/// <param name="Damaged">Journals that stop being right somewhere.</param>
internal readonly record struct VerificationTally(long Journals, long Entries, long Erased, long Damaged);

/// <summary>Walks the journals of a store from their first byte to their last.</summary>
/// <param name="platform">The store.</param>
/// <param name="withKeys">Opens each body too.</param>
internal sealed class StoreVerifier(PlatformData platform, bool withKeys)
{
    private readonly JournalVerifier _verifier = new(platform.Blobs, withKeys ? platform.Keys : null);

    /// <summary>Walks every journal that has a segment.</summary>
    /// <param name="damaged">Told of each that is damaged; by one thread at a time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<VerificationTally> VerifyAllAsync(Action<JournalId, JournalFault> damaged, CancellationToken cancellationToken)
    {
        var (gate, tally) = (new Lock(), default(VerificationTally));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(JournalsAsync(cancellationToken), options, async (journal, stop) =>
        {
            var report = await VerifyAsync(journal, stop);
            lock (gate)
            {
                tally = new(
                    tally.Journals + 1, tally.Entries + report.Head.Sequence, tally.Erased + report.Erased, tally.Damaged + (report.Fault is null ? 0 : 1));
                if (report.Fault is { } fault)
                {
                    damaged(journal, fault);
                }
            }
        });
        return tally;
    }

    /// <summary>Walks <paramref name="journal"/>.</summary>
    public async Task<JournalReport> VerifyAsync(JournalId journal, CancellationToken cancellationToken)
    {
        try
        {
            return await _verifier.VerifyAsync(journal, null, cancellationToken);
        }
        catch (KeysRefusedException refused)
        {
            return new(default, 1, 0, 0, new(1, 0, refused.Message));
        }
    }

    private async IAsyncEnumerable<JournalId> JournalsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = default(JournalId);
        await foreach (var segment in platform.Blobs.ListAsync(BlobContainer.Journals, "", cancellationToken))
        {
            // {shard}/{journal}/j/{segment}: the segments of a journal follow one another.
            var journal = JournalId.Parse(segment.Path.Split('/')[1]);
            if (journal != last)
            {
                last = journal;
                yield return journal;
            }
        }
    }
}
