using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Outbox;

/// <summary>What a space promises to tell arrives exactly once, whatever happens on the way.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private readonly SpaceId _id = SpaceId.Random();
    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    public async Task InitializeAsync() => _grains = await RunningGrains.StartAsync(_stores);

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task A_deposit_is_told_to_the_holder()
    {
        await DepositAsync("urn:oid:2.999.1");
        var notices = await NoticesAsync(1);
        Assert.Equal(NoticeKind.DocumentAdded, Assert.Single(notices).Kind);
    }

    [Fact]
    public async Task What_was_promised_before_a_crash_arrives_after_the_poke()
    {
        // The append stands, then the process dies before it publishes: the store refuses the receiver's append until the restart.
        await DepositAsync("urn:oid:2.999.1");
        await NoticesAsync(1);
        await DepositAsync("urn:oid:2.999.2");
        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);

        _stores.Clock.Pass(Pokes.Delay + TimeSpan.FromSeconds(1));
        await _grains.SweepAsync();
        Assert.Equal(2, (await NoticesAsync(2)).Count);
    }

    [Fact]
    public async Task Visits_beyond_need_tell_nothing_twice()
    {
        await DepositAsync("urn:oid:2.999.1");
        await NoticesAsync(1);
        for (var visit = 0; visit < 3; visit++)
        {
            _stores.Clock.Pass(Pokes.Delay + TimeSpan.FromSeconds(1));
            await _grains.SweepAsync();
        }

        Assert.Single(await NoticesAsync(1));
    }

    [Fact]
    public async Task Only_the_holder_reads_the_notices()
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        var read = await _grains.Factory.GetGrain<INotificationsGrain>(_id.Value).Read();
        Assert.Equal(SpaceRefusals.OnlyTheHolder, read.Refusal);
    }

    private async Task DepositAsync(string uniqueId)
    {
        using var acting = CallerContext.Become(Fictive.Laboratory);
        var receipt = await _grains.Factory.GetGrain<ISpaceGrain>(_id.Value).Deposit(Envelope.Once(), Fictive.Deposit(_stores, uniqueId));
        Assert.Null(receipt.Refusal);
    }

    // Deliveries are turns of their own: they are awaited by what they bring, never by a length of time.
    private async Task<ValueList<ToldNotice>> NoticesAsync(int expected)
    {
        using var acting = CallerContext.Become(new Caller.Holder(_id));
        var grain = _grains.Factory.GetGrain<INotificationsGrain>(_id.Value);
        while (true)
        {
            var read = await grain.Read();
            if (read.Value!.Notices.Count >= expected)
            {
                return read.Value.Notices;
            }

            await Task.Yield();
        }
    }
}
