using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Tests.World;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Grains.Tests.Journals;

/// <summary>Bulk enrolment writes the journals of buckets beside a running platform.</summary>
public sealed class EnrolmentTests
{
    [Fact]
    public async Task A_person_enrolled_beside_the_platform_is_found_by_it()
    {
        await using var grains = await RunningGrains.StartAsync();
        var person = new BucketEvent.Enrolled(
            BlindKey.Of("ins", "somebody", new byte[32]), SpaceId.Random(), Fictive.Sheet(grains.Stores.Clock.GetUtcNow()));
        var bucket = grains.Factory.GetGrain<IIdentityBucketGrain>(person.Key.Bucket);
        using var acting = CallerContext.Become(new Caller.Platform("test"));
        Assert.Equal(IdentityRefusals.PersonUnknown, (await bucket.Find(person.Key)).Refusal);

        await EnrolBesideAsync(grains.Stores, person);
        grains.Stores.Clock.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(person.Space, (await bucket.Find(person.Key)).Value?.Space);
        Assert.Equal(person.Space, (await bucket.Find(person.Key)).Value?.Space);
    }

    private static async Task EnrolBesideAsync(Stores stores, BucketEvent person)
    {
        var id = JournalId.Of(IdentityBucket.JournalKind, ((BucketEvent.Enrolled)person).Key.Bucket.ToString(CultureInfo.InvariantCulture));
        var journal = await new JournalStore(stores.Blobs, new SpaceKeys(stores.Blobs, stores.Ring), stores.Clock, new())
            .OpenAsync(id, -1, _ => { }, _ => { }, CancellationToken.None);
        var body = JsonSerializer.SerializeToUtf8Bytes(person, DomainJson.Default.BucketEvent);
        await journal.AppendAsync([new(EntryKind.Event, KeyClass.Data, 1, Guid.NewGuid(), body)], CancellationToken.None);
    }
}
