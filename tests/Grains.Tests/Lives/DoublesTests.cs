using System.Text;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Grains.Tests.Lives;

/// <summary>Two spaces of one person become one, by the due index, whatever interrupts it.</summary>
public sealed class DoublesTests : IAsyncLifetime
{
    private const string Canary = "Anna a vu le docteur";
    private static readonly BlindKey Kept = BlindKey.Parse("00112233445566778899aabbccddeeff", null);
    private static readonly BlindKey Twin = BlindKey.Parse("11112233445566778899aabbccddeeff", null);
    private static readonly BlindKey Stranger = BlindKey.Parse("22112233445566778899aabbccddeeff", null);

    private Stores _stores = null!;
    private RunningGrains _grains = null!;
    private SpaceId _keptSpace;
    private SpaceId _twinSpace;

    private static HolderSheet Sheet => Fictive.Sheet(LifeWorld.Start);

    public async Task InitializeAsync()
    {
        (_stores, _keptSpace, _twinSpace) = (new(), SpaceId.Random(), SpaceId.Random());
        _stores.Clock.StopAt(LifeWorld.Start);
        _grains = await RunningGrains.StartAsync(_stores);
        await EnrolAsync(Kept, _keptSpace, Sheet);
        await EnrolAsync(Twin, _twinSpace, Sheet);
        await EnrolAsync(Stranger, SpaceId.Random(), Sheet with { BirthName = "AUTRE" });
        await ActivateAsync(_keptSpace);
        await ActivateAsync(_twinSpace);
        var content = await new BlobVault(_stores.Blobs).WriteAsync(
            JournalId.Parse(_twinSpace.Value), Guid.NewGuid(), new MemoryStream(Encoding.UTF8.GetBytes(Canary)), 1_000, CancellationToken.None);
        var deposit = Fictive.Deposit(_stores);
        using var acting = CallerContext.Become(Fictive.Laboratory);
        Assert.True((await Space(_twinSpace).Deposit(
            Envelope.Once(), deposit with { Content = new(content.Blob, content.Key, content.Length, content.Sha256, content.Sha1) })).Accepted);
    }

    public Task DisposeAsync() => _grains.DisposeAsync().AsTask();

    [Fact]
    public async Task What_the_double_held_is_read_in_the_space_that_stays()
    {
        Assert.True((await JoinAsync(Kept, Twin)).Accepted);
        await _grains.FallDueAsync();
        await JoinedAsync();
    }

    [Fact]
    public async Task Numbers_of_two_people_are_not_joined_and_nothing_of_either_changes()
    {
        Assert.Equal(IdentityRefusals.DoubleTraitsDiffer, (await JoinAsync(Kept, Stranger)).Refusal);
        Assert.Equal(IdentityRefusals.PersonUnknown, (await JoinAsync(Kept, Kept.Decoy())).Refusal);
        Assert.Equal(IdentityRefusals.NumberReplaced, (await JoinAsync(Kept, Kept)).Refusal);
        await _grains.FallDueAsync();
        Assert.Equal(SpaceStatus.Activated, await StatusAsync(_keptSpace));
        Assert.Empty((await HeldAsync(_keptSpace)).Doubles);
    }

    [Fact]
    public async Task A_join_is_not_turned_round()
    {
        Assert.True((await JoinAsync(Kept, Twin)).Accepted);
        Assert.Equal(IdentityRefusals.NumberReplaced, (await JoinAsync(Twin, Kept)).Refusal);
        await _grains.FallDueAsync();
        await JoinedAsync();
    }

    [Fact]
    public async Task What_erases_the_space_that_stays_erases_the_double_and_nothing_else_does_the_reverse()
    {
        await JoinAsync(Kept, Twin);
        await _grains.FallDueAsync();
        using (CallerContext.Become(new Caller.Holder(_keptSpace)))
        {
            Assert.True((await Space(_keptSpace).Close(Envelope.Once(), new(Deleting: true))).Accepted);
        }

        await PassAsync(TimeSpan.Zero);
        await PassAsync(SpaceEnding.DeletedAfter(LifeWorld.Start) - LifeWorld.Start);
        await PassAsync(EraseSpace.Farewell);
        await PassAsync(TimeSpan.FromHours(1));
        foreach (var space in new[] { _keptSpace, _twinSpace })
        {
            Assert.Null((await new SpaceKeys(_stores.Blobs, _stores.Ring).FindAsync(JournalId.Parse(space.Value), CancellationToken.None))!.Data);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_ends_the_order_given_again_is_gone_through_to_its_end(bool afterEffect)
    {
        for (var call = 1; call < 200; call++)
        {
            await DisposeAsync();
            await InitializeAsync();
            _stores.Process.DiesAt(call, afterEffect);
            await Record.ExceptionAsync(async () =>
            {
                await JoinAsync(Kept, Twin);
                await _grains.FallDueAsync();
            });
            var died = _stores.Process.IsDead;
            await _grains.DisposeAsync();
            _stores.Process.Restarts();
            _grains = await RunningGrains.StartAsync(_stores);
            Assert.True((await JoinAsync(Kept, Twin)).Accepted);
            await PassAsync(TimeSpan.FromMinutes(2));
            await PassAsync(TimeSpan.FromHours(2));
            await JoinedAsync();
            if (!died)
            {
                Assert.True(call > 10, $"{call} calls");
                return;
            }
        }

        Assert.Fail("The spaces were never joined without a crash.");
    }

    private async Task JoinedAsync()
    {
        Assert.Equal(_keptSpace, (await FindAsync(Twin)).Space);
        Assert.Equal(SpaceStatus.Closed, await StatusAsync(_twinSpace));
        var held = await HeldAsync(_keptSpace);
        Assert.NotNull(Assert.Single(held.Doubles).TakenInAt);
        var sheet = Assert.Single(held.Documents.Standing).Thing;
        Assert.Contains(_keptSpace.Value, sheet.Content.Blob, StringComparison.Ordinal);
        await using var content = await new BlobVault(_stores.Blobs).OpenReadAsync(Vaulted(sheet.Content), 0, sheet.Content.Length, CancellationToken.None);
        using var reader = new StreamReader(content);
        Assert.Equal(Canary, await reader.ReadToEndAsync());
        foreach (var space in new[] { _keptSpace, _twinSpace })
        {
            var keys = new SpaceKeys(_stores.Blobs, _stores.Ring);
            Assert.Null((await new JournalVerifier(_stores.Blobs, keys).VerifyAsync(JournalId.Parse(space.Value), null, CancellationToken.None)).Fault);
        }
    }

    private async Task PassAsync(TimeSpan time)
    {
        _stores.Clock.Pass(time);
        await _grains.SweepAsync();
        await _grains.FallDueAsync();
        await _grains.FallDueAsync();
    }

    private async Task<Outcome<EnrolledPerson>> JoinAsync(BlindKey kept, BlindKey twin)
    {
        using var acting = CallerContext.Become(new Caller.Platform("insurer-feed"));
        return await _grains.Factory.Join(kept, twin);
    }

    private async Task<EnrolledPerson> FindAsync(BlindKey key)
    {
        using var acting = CallerContext.Become(new Caller.Platform("test"));
        return (await _grains.Factory.FindPerson(key)).Value!;
    }

    private async Task EnrolAsync(BlindKey key, SpaceId space, HolderSheet sheet)
    {
        using var acting = CallerContext.Become(new Caller.Platform("insurer-feed"));
        Assert.True((await _grains.Factory.BucketOf(key).Enrol(Envelope.Once(), new(key, space, sheet))).Accepted);
    }

    private async Task ActivateAsync(SpaceId space)
    {
        using var acting = CallerContext.Become(new Caller.Holder(space));
        Assert.True((await Space(space).Activate(Envelope.Once(), Fictive.Activation(_stores))).Accepted);
    }

    private async Task<SpaceStatus> StatusAsync(SpaceId space)
    {
        using var acting = CallerContext.Become(new Caller.Holder(space));
        return (await Space(space).Life()).Value!.Status;
    }

    private async Task<SpaceSnapshot> HeldAsync(SpaceId id)
    {
        var space = new Space(id);
        var keys = new SpaceKeys(_stores.Blobs, _stores.Ring);
        await new JournalStore(_stores.Blobs, keys, _stores.Clock, new()).OpenAsync(
            JournalId.Parse(id.Value), -1, _ => { }, entry =>
            {
                if (entry is { Kind: EntryKind.Event, Erased: false })
                {
                    space.Apply(System.Text.Json.JsonSerializer.Deserialize(entry.Body.Span, Domain.DomainJson.Default.SpaceEvent)!);
                }
            }, CancellationToken.None);
        return space.Snapshot();
    }

    private ISpaceGrain Space(SpaceId id) => _grains.Factory.GetGrain<ISpaceGrain>(id.Value);

    private static VaultedContent Vaulted(DocumentContent content) => new(content.Blob, content.Key, content.Length, content.Sha256, content.Sha1);
}
