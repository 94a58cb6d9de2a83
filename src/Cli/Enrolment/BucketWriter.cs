using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>
/// Enrols people straight into the journal of their bucket, as the grain of the bucket would: the same rule, the same entries. Whoever of the two
/// appends second is refused by the store and reads the journal again, so both may run at the same time.
/// </summary>
internal sealed class BucketWriter(IJournalStore journals)
{
    private const int Tries = 5;

    // An entry with the longest sheet takes about 5 KB, and a block holds 4 MiB.
    private const int LargestAppend = 500;

    // The snapshots of a bucket are its grain's own: a version that none has makes the journal be read from its first entry.
    private const int NoSnapshot = -1;

    /// <summary>Enrols <paramref name="people"/>, in their order, and answers what the rule said of each once it is durable.</summary>
    /// <exception cref="OutcomeUnknownException">Somebody else wrote each time, or the store does not answer.</exception>
    public async Task<IReadOnlyList<Decision<BucketEvent, EnrolledPerson>>> EnrolAsync(
        int bucket, IReadOnlyList<EnrolPerson> people, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryEnrolAsync(bucket, people, cancellationToken);
            }
            catch (OutcomeUnknownException) when (attempt < Tries)
            {
                // Read again what stands there, and decide on that.
            }
        }
    }

    private async Task<List<Decision<BucketEvent, EnrolledPerson>>> TryEnrolAsync(
        int bucket, IReadOnlyList<EnrolPerson> people, CancellationToken cancellationToken)
    {
        var state = new IdentityBucket();
        var journal = await journals.OpenAsync(
            BucketJournal.Of(bucket), NoSnapshot, _ => { }, entry => BucketJournal.Replay(entry, state), cancellationToken);
        var decisions = new List<Decision<BucketEvent, EnrolledPerson>>(people.Count);
        foreach (var person in people)
        {
            var decision = EnrolPerson.Decide(state, person);
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
}
