using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Notifications;

/// <summary>Notices are followed as they come, kept over restarts, and mailed to whom wants mails.</summary>
public sealed class NotificationsTests : IAsyncLifetime
{
    private readonly SpaceId _id = SpaceId.Random();
    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    private NoticeMailQueue Mails => new(_stores.Queues);

    public async Task InitializeAsync() => _grains = await RunningGrains.StartAsync(_stores);

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task Who_listens_is_woken_by_the_next_notice()
    {
        var waiting = AsHolder(grain => grain.After(long.MaxValue, CancellationToken.None));
        await DepositAsync("urn:oid:2.999.1");
        var found = (await waiting).Value!;
        Assert.Equal((1, NoticeKind.DocumentAdded, 1), (found.Notices[0].Number, Assert.Single(found.Notices).Kind, found.Last));
    }

    [Fact]
    public async Task Who_comes_back_is_told_what_came_since()
    {
        await DepositAsync("urn:oid:2.999.1");
        await DepositAsync("urn:oid:2.999.2");
        var (told, after) = (new List<long>(), 0L);
        while (told.Count < 2)
        {
            var found = (await AsHolder(grain => grain.After(after, CancellationToken.None))).Value!;
            told.AddRange(found.Notices.Select(notice => notice.Number));
            after = found.Last;
        }

        Assert.Equal([1, 2], told);
        Assert.Equal([2], (await AsHolder(grain => grain.After(1, CancellationToken.None))).Value!.Notices.Select(notice => notice.Number));
    }

    [Fact]
    public async Task A_listener_hinders_nobody_and_others_hear_nothing()
    {
        var waiting = AsHolder(grain => grain.After(long.MaxValue, CancellationToken.None));
        Assert.True((await AsHolder(grain => grain.Mute(Envelope.Once(), new MuteNotices([NoticeKind.DocumentAdded])))).Accepted);
        Assert.False(waiting.IsCompleted);
        using (CallerContext.Become(Fictive.Doctor))
        {
            Assert.Equal(SpaceRefusals.OnlyTheHolder, (await Grain.After(0, CancellationToken.None)).Refusal);
            Assert.Null(await Grain.Address());
        }

        await DepositAsync("urn:oid:2.999.1");
        Assert.Single((await waiting).Value!.Notices);
    }

    [Fact]
    public async Task Who_goes_away_while_listening_keeps_nobody_waiting()
    {
        using var leaving = new CancellationTokenSource();
        var waiting = AsHolder(grain => grain.After(0, leaving.Token));
        await leaving.CancelAsync();
        Assert.IsNotType<TimeoutException>(await Record.ExceptionAsync(() => waiting.WaitAsync(INotificationsGrain.LongestWait / 2)));
        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
        Assert.Empty((await AsHolder(grain => grain.Read())).Value!.Notices);
    }

    [Fact]
    public async Task What_was_chosen_and_seen_outlives_a_restart()
    {
        var waiting = AsHolder(grain => grain.After(0, CancellationToken.None));
        await DepositAsync("urn:oid:2.999.1");
        await waiting;
        await AsHolder(grain => grain.Mute(Envelope.Once(), new MuteNotices([NoticeKind.FirstAccess])));
        await AsHolder(grain => grain.MarkRead(Envelope.Once(), new MarkNoticesRead(1)));
        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);

        var list = (await AsHolder(grain => grain.Read())).Value!;
        Assert.True(Assert.Single(list.Notices).Read);
        Assert.Equal(0, list.Unread);
        Assert.Equal([NoticeKind.FirstAccess], list.Muted);
    }

    [Fact]
    public async Task A_mail_is_asked_for_where_an_address_is_known_and_names_the_space_alone()
    {
        await TellAsync("urn:oid:2.999.1");
        Assert.Empty(await Mails.ReceiveAsync(CancellationToken.None));

        await AsHolder(grain => grain.KnowAddress(Envelope.Once(), new KnowAddress("alix@example.test")));
        await TellAsync("urn:oid:2.999.2");
        IReadOnlyList<Storage.Queues.QueueMessage> asked = [];
        while (asked.Count == 0)
        {
            asked = await Mails.ReceiveAsync(CancellationToken.None);
            await Task.Yield();
        }

        Assert.Equal(_id.Value, Assert.Single(asked).Body);
        using var acting = CallerContext.Become(new Caller.Platform("mails"));
        Assert.Equal("alix@example.test", await Grain.Address());
    }

    private INotificationsGrain Grain => _grains.Factory.GetGrain<INotificationsGrain>(_id.Value);

    private async Task<T> AsHolder<T>(Func<INotificationsGrain, Task<T>> ask)
    {
        using var acting = CallerContext.Become(new Caller.Holder(_id));
        return await ask(Grain);
    }

    private async Task TellAsync(string uniqueId)
    {
        var last = (await AsHolder(grain => grain.Read())).Value!.Notices.Count;
        var waiting = AsHolder(grain => grain.After(last, CancellationToken.None));
        await DepositAsync(uniqueId);
        await waiting;
    }

    private async Task DepositAsync(string uniqueId)
    {
        using var acting = CallerContext.Become(Fictive.Laboratory);
        Assert.Null((await _grains.Factory.GetGrain<ISpaceGrain>(_id.Value).Deposit(Envelope.Once(), Fictive.Deposit(_stores, uniqueId))).Refusal);
    }
}
