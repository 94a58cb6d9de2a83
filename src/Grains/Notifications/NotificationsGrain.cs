using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MonEspaceSante.Grains.Notifications;

[GrainType("notifications")]
[ImplicitStreamSubscription(StreamNames.Notifications)]
internal sealed class NotificationsGrain(JournalServices services, ILogger<NotificationsGrain> logger)
    : JournaledGrain<Notice>(services, logger), INotificationsGrain, IStreamSubscriptionObserver, IAsyncObserver<Delivery>
{
    private static readonly Caller Deliverer = new Caller.Platform("delivery");

    private readonly List<Notice> _notices = [];

    protected override JournalId JournalId => JournalId.Of("notifications", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<Notice> EventType => DomainJson.Default.Notice;

    protected override int SnapshotSchema => 1;

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<Delivery>().ResumeAsync(this);

    public async Task OnNextAsync(Delivery item, StreamSequenceToken? token = null)
    {
        using var acting = CallerContext.Become(Deliverer);
        await TakeIn(item, () => [item.Notice]);

        // Only now: the receipt says that the delivery stands in this journal.
        var sender = GrainFactory.GetGrain<IOutboxOwner>(GrainId.Parse(item.Sender, CultureInfo.InvariantCulture));
        await sender.Receipt(StreamNames.Notifications, this.GetPrimaryKeyString(), item.Sequence);
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public Task<Outcome<NoticeList>> Read() =>
        Task.FromResult<Outcome<NoticeList>>(
            CallerContext.Required is Caller.Holder holder && holder.Space.Value == this.GetPrimaryKeyString()
                ? new NoticeList(Enumerable.Reverse(_notices).ToValueList())
                : SpaceRefusals.OnlyTheHolder);

    protected override KeyClass ClassOf(Notice happened) => KeyClass.Message;

    protected override void Apply(Notice happened) => _notices.Add(happened);

    protected override JsonText SnapshotState() =>
        JsonText.Of(new NoticeList(_notices.ToValueList()), GrainsJson.Default.NoticeList);

    protected override void RestoreState(JsonText state) => _notices.AddRange(state.Read(GrainsJson.Default.NoticeList).Notices);
}
