using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Identity;

[GrainType("identity-bucket")]
internal sealed class IdentityBucketGrain(JournalServices services, ILogger<IdentityBucketGrain> logger)
    : JournaledGrain<BucketEvent>(services, logger), IIdentityBucketGrain
{
    // Strangers who are asked for do not make the store busy.
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(10);

    private readonly IdentityBucket _bucket = new();
    private DateTimeOffset _readAgainFrom;

    protected override JournalId JournalId =>
        JournalId.Of(IdentityBucket.JournalKind, this.GetPrimaryKeyLong().ToString(CultureInfo.InvariantCulture));

    protected override JsonTypeInfo<BucketEvent> EventType => DomainJson.Default.BucketEvent;

    protected override int SnapshotSchema => 2;

    public async Task<Outcome<EnrolledPerson>> Find(BlindKey key) => _bucket.TryFind(key, out var person) ? person : await FindInJournal(key);

    public Task Refresh(BlindKey key) => FindInJournal(key);

    public Task<Outcome<EnrolledPerson>> Enrol(Envelope envelope, EnrolPerson command) =>
        Commit(envelope, _ => EnrolPerson.Decide(_bucket, command), GrainsJson.Default.EnrolledPerson);

    public Task<BlindKey?> ReplacementOf(BlindKey key) => Task.FromResult(_bucket.ReplacementOf(key));

    public Task<ValueList<BlindKey>> DependantsOf(BlindKey holder) => Task.FromResult(_bucket.DependantsOf(holder));

    public Task<Outcome<CardHolder>> List(Envelope envelope, ListDependant command) =>
        Commit(envelope, _ => ListDependant.Decide(_bucket, command), GrainsJson.Default.CardHolder);

    public Task<Outcome<FormerSpace>> AskFormer(ReplaceNumber command) => Task.FromResult(ReplaceNumber.Ask(_bucket, command));

    public Task<Outcome<ValueList<BlindKey>>> Replace(Envelope envelope, ReplaceNumber command) =>
        Commit(envelope, _ => ReplaceNumber.Decide(_bucket, command), GrainsJson.Default.ValueListBlindKey);

    public Task<Outcome<EnrolledPerson>> ChangeSpace(Envelope envelope, ChangeSpace command) =>
        Commit(envelope, _ => Domain.Doubles.ChangeSpace.Decide(_bucket, command), GrainsJson.Default.EnrolledPerson);

    protected override void Apply(BucketEvent happened) => _bucket.Apply(happened);

    protected override JsonText SnapshotState() =>
        JsonText.Of(_bucket.Snapshot(), GrainsJson.Default.BucketEventArray);

    protected override void RestoreState(JsonText state) =>
        Array.ForEach(state.Read(GrainsJson.Default.BucketEventArray), _bucket.Apply);

    // Bulk enrolment writes the journal beside this activation: whom it does not know may have been enrolled since it was read.
    private async Task<Outcome<EnrolledPerson>> FindInJournal(BlindKey key)
    {
        if (Time.GetUtcNow() < _readAgainFrom)
        {
            return IdentityRefusals.PersonUnknown;
        }

        _readAgainFrom = Time.GetUtcNow() + BetweenReadings;
        var now = new IdentityBucket();
        (await ReadEvents(_ => true)).ForEach(now.Apply);
        if (!now.TryFind(key, out var person))
        {
            return IdentityRefusals.PersonUnknown;
        }

        if (!_bucket.TryFind(key, out _))
        {
            // Never reloaded in place: the next call finds a fresh activation.
            DeactivateOnIdle();
        }

        return person;
    }
}
