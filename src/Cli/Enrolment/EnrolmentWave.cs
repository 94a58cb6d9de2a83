using System.Collections.Concurrent;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Due;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>
/// Settles lines that need not wait for one another. The person comes first, in their own bucket; what other buckets are told of them (the number that
/// is replaced, the card that they are on) comes after, and is told again by a run begun again: it is never known of nobody, and never lost.
/// </summary>
internal sealed class EnrolmentWave(RuleWriter<IdentityBucket, BucketEvent> writer, DueIndex due, TimeProvider time, Func<PeopleLine, Outcome<FiledLine>> read)
{
    private readonly ConcurrentDictionary<long, Outcome<FormerSpace>> _formers = [];
    private readonly ConcurrentBag<ReplaceNumber> _replacements = [];
    private readonly ConcurrentBag<ListDependant> _listings = [];

    /// <summary>Settles the lines of <paramref name="buckets"/>.</summary>
    public async Task SettleAsync(
        IEnumerable<IGrouping<int, PeopleLine>> buckets, bool replacing, ConcurrentBag<RejectedRow> rejected, Action<EnrolmentTally, long> settled,
        CancellationToken cancellationToken)
    {
        if (replacing)
        {
            await AskFormersAsync(buckets.SelectMany(bucket => bucket), cancellationToken);
        }

        var gate = new Lock();
        await ForEachAsync(buckets, async (bucket, stop) =>
        {
            var tally = await EnrolAsync(bucket.Key, bucket, rejected, stop);
            lock (gate)
            {
                settled(tally, bucket.Sum(line => (long)line.Bytes.Length));
            }
        }, cancellationToken);
        await TellOthersAsync(cancellationToken);
    }

    /// <summary>Which spaces the numbers that are replaced lead to.</summary>
    private Task AskFormersAsync(IEnumerable<PeopleLine> lines, CancellationToken cancellationToken)
    {
        var asked = lines.Select(line => (line.Number, Filed: read(line).Value)).Where(line => line.Filed?.Former is not null)
            .Select(line => (line.Number, Command: new ReplaceNumber(line.Filed!.Former!.Value, line.Filed.Key)));
        return ForEachAsync(asked.GroupBy(line => line.Command.Key.Bucket), async (bucket, stop) =>
        {
            var state = await writer.ReadAsync(JournalFormats.IdentityOf(bucket.Key), stop);
            foreach (var (number, command) in bucket)
            {
                _formers[number] = ReplaceNumber.Ask(state, command);
            }
        }, cancellationToken);
    }

    private async Task<EnrolmentTally> EnrolAsync(
        int bucket, IEnumerable<PeopleLine> lines, ConcurrentBag<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        var people = new List<(PeopleLine Line, FiledLine Filed, EnrolPerson Command)>();
        var tally = default(EnrolmentTally);
        foreach (var line in lines)
        {
            var filed = read(line);
            var former = filed.Value?.Former is null ? new FormerSpace(null) : _formers[line.Number];
            if ((filed.Refusal ?? former.Refusal) is { } refusal)
            {
                tally += Reject(line, refusal);
                continue;
            }

            people.Add((line, filed.Value!, new(filed.Value!.Key, SpaceId.Random(), filed.Value.Sheet, former.Value!.Space)));
        }

        var rules = people.ConvertAll<Func<IdentityBucket, Decision<BucketEvent, EnrolledPerson>>>(person => state => EnrolPerson.Decide(state, person.Command));
        var decisions = rules.Count == 0 ? [] : await writer.WriteAsync(JournalFormats.IdentityOf(bucket), rules, cancellationToken, TellDeathsAsync);
        foreach (var ((line, filed, _), decision) in people.Zip(decisions))
        {
            tally += decision switch
            {
                // A file taken in again names the number that its own later line has replaced: nothing new.
                { Answer.Refusal: { } refusal } => refusal == IdentityRefusals.NumberReplaced ? new(0, 0, 1, 0) : Reject(line, refusal),
                { Events: [BucketEvent.Enrolled] } => new(1, 0, 0, 0),
                { Events: [BucketEvent.TraitsChanged] } => new(0, 1, 0, 0),
                _ => new(0, 0, 1, 0),
            };
            if (decision.Answer.Accepted)
            {
                NoteForOthers(filed);
            }
        }

        return tally;

        EnrolmentTally Reject(PeopleLine line, Refusal reason)
        {
            rejected.Add(new(line, reason));
            return new(0, 0, 0, 1);
        }
    }

    /// <summary>Spaces in use hear of their holder's death from the platform, which is told before the bucket: it may hear twice, it cannot miss it.</summary>
    private Task TellDeathsAsync(IReadOnlyList<Decision<BucketEvent, EnrolledPerson>> decisions)
    {
        var died = decisions.Where(decision => decision.Events.Count > 0 && decision.Answer.Value?.Sheet.DiedOn is not null).Select(decision => decision.Answer.Value!.Space);
        return due.AppendAsync(
            [.. died.Select(space => DueEntry.OfSpace(
                space.Value, nameof(DueKind.HolderDied), Ids.Of(Guid.Parse(space.Value), nameof(DueKind.HolderDied)), time.GetUtcNow()))],
            CancellationToken.None);
    }

    private void NoteForOthers(FiledLine filed)
    {
        if (filed.Former is { } former)
        {
            _replacements.Add(new(former, filed.Key));
        }

        foreach (var holder in filed.Sheet.AttachedTo ?? [])
        {
            _listings.Add(new(holder, filed.Key));
        }
    }

    private async Task TellOthersAsync(CancellationToken cancellationToken)
    {
        await ForEachAsync(_replacements.GroupBy(command => command.Key.Bucket), async (bucket, stop) =>
        {
            var commands = bucket.ToList();
            var decisions = await writer.WriteAsync(
                JournalFormats.IdentityOf(bucket.Key),
                commands.ConvertAll<Func<IdentityBucket, Decision<BucketEvent, ValueList<BlindKey>>>>(c => state => ReplaceNumber.Decide(state, c)), stop);
            foreach (var (command, decision) in commands.Zip(decisions))
            {
                // Refused only where somebody else has replaced the number since it was asked for; theirs stands.
                foreach (var dependant in decision.Answer.Value ?? [])
                {
                    _listings.Add(new(command.By, dependant));
                }
            }
        }, cancellationToken);
        while (!_listings.IsEmpty)
        {
            var listings = _listings.ToArray();
            _listings.Clear();
            await ForEachAsync(listings.GroupBy(command => command.Holder.Bucket), ListAsync, cancellationToken);
        }
    }

    private async ValueTask ListAsync(IGrouping<int, ListDependant> bucket, CancellationToken cancellationToken)
    {
        var commands = bucket.ToList();
        var decisions = await writer.WriteAsync(
            JournalFormats.IdentityOf(bucket.Key),
            commands.ConvertAll<Func<IdentityBucket, Decision<BucketEvent, CardHolder>>>(c => state => ListDependant.Decide(state, c)), cancellationToken);
        foreach (var (command, decision) in commands.Zip(decisions))
        {
            if (decision.Answer.Value!.Now is { } by)
            {
                _listings.Add(command with { Holder = by });
            }
        }
    }

    private static Task ForEachAsync<T>(IEnumerable<T> buckets, Func<T, CancellationToken, ValueTask> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            buckets, new ParallelOptions { MaxDegreeOfParallelism = Enrolment.BucketsInFlight, CancellationToken = cancellationToken }, work);
}
