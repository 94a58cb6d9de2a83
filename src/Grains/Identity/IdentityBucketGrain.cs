using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
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
    private readonly IdentityBucket _bucket = new();

    protected override JournalId JournalId =>
        JournalId.Of(IdentityBucket.JournalKind, this.GetPrimaryKeyLong().ToString(CultureInfo.InvariantCulture));

    protected override JsonTypeInfo<BucketEvent> EventType => DomainJson.Default.BucketEvent;

    protected override int SnapshotSchema => 1;

    public Task<Outcome<EnrolledPerson>> Find(BlindKey key) =>
        Task.FromResult<Outcome<EnrolledPerson>>(_bucket.TryFind(key, out var person) ? person : IdentityRefusals.PersonUnknown);

    public Task<Outcome<EnrolledPerson>> Enrol(Envelope envelope, EnrolPerson command) =>
        Commit(envelope, _ => EnrolPerson.Decide(_bucket, command), GrainsJson.Default.EnrolledPerson);

    protected override void Apply(BucketEvent happened) => _bucket.Apply(happened);

    protected override JsonElement SnapshotState() =>
        JsonSerializer.SerializeToElement(_bucket.Snapshot(), GrainsJson.Default.EnrolledArray);

    protected override void RestoreState(JsonElement state) =>
        Array.ForEach(state.Deserialize(GrainsJson.Default.EnrolledArray)!, _bucket.Apply);
}
