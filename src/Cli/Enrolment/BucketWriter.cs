using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>
/// Writes straight into the journal of a bucket, as its grain would: the same rules, the same entries. Whoever of the two appends second is refused
/// by the store and reads the journal again, so both may run at the same time.
/// </summary>
internal sealed class BucketWriter(IJournalStore journals)
{
    private const int Tries = 5;

    // An entry with the longest sheet takes about 5 KB, and a block holds 4 MiB.
    private const int LargestAppend = 500;

    // The snapshots of a bucket are its grain's own: a version that none has makes the journal be read from its first entry.
    private const int NoSnapshot = -1;

    /// <summary>The bucket <paramref name="bucket"/> as it stands.</summary>
    public async Task<IdentityBucket> ReadAsync(int bucket, CancellationToken cancellationToken) => (await OpenAsync(bucket, cancellationToken)).State;

    /// <summary>Asks <paramref name="rules"/>, in their order, and answers what each decided once it is durable.</summary>
    /// <exception cref="OutcomeUnknownException">Somebody else wrote each time, or the store does not answer.</exception>
    public async Task<IReadOnlyList<Decision<BucketEvent, TAnswer>>> WriteAsync<TAnswer>(
        int bucket, IReadOnlyList<Func<IdentityBucket, Decision<BucketEvent, TAnswer>>> rules, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(bucket, rules, cancellationToken);
            }
            catch (OutcomeUnknownException) when (attempt < Tries)
            {
                // Read again what stands there, and decide on that.
            }
        }
    }

    private async Task<List<Decision<BucketEvent, TAnswer>>> TryWriteAsync<TAnswer>(
        int bucket, IReadOnlyList<Func<IdentityBucket, Decision<BucketEvent, TAnswer>>> rules, CancellationToken cancellationToken)
    {
        var (journal, state) = await OpenAsync(bucket, cancellationToken);
        var decisions = new List<Decision<BucketEvent, TAnswer>>(rules.Count);
        foreach (var rule in rules)
        {
            var decision = rule(state);
            foreach (var happened in decision.Events)
            {
                state.Apply(happened);
            }

            decisions.Add(decision);
        }

        var run = Guid.NewGuid();
        foreach (var events in decisions.SelectMany(decision => decision.Events).Chunk(LargestAppend))
        {
            // Not cancelled: an append that is under way is waited for.
            await journal.AppendAsync([.. events.Select(happened => BucketJournal.Entry(run, happened))], CancellationToken.None);
        }

        return decisions;
    }

    private async Task<(IJournal Journal, IdentityBucket State)> OpenAsync(int bucket, CancellationToken cancellationToken)
    {
        var state = new IdentityBucket();
        var journal = await journals.OpenAsync(
            BucketJournal.Of(bucket), NoSnapshot, _ => { }, entry => BucketJournal.Replay(entry, state), cancellationToken);
        return (journal, state);
    }
}
