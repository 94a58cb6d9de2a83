using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Erasure;
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
internal sealed class NotificationsGrain(JournalServices services, NoticeMailQueue mails, ILogger<NotificationsGrain> logger)
    : JournaledGrain<NotificationEvent>(services, logger), INotificationsGrain, IErasable, IStreamSubscriptionObserver, IAsyncObserver<Delivery>
{
    private static readonly Caller Deliverer = new Caller.Platform("delivery");

    private NoticeBook _book = null!;
    private TaskCompletionSource _something = NewSignal();

    protected override JournalId JournalId => JournalId.Of("notice-book", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<NotificationEvent> EventType => DomainJson.Default.NotificationEvent;

    protected override int SnapshotSchema => 1;

    private bool MayRead => _book.IsReadBy(CallerContext.Required);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _book = new(SpaceId.Parse(this.GetPrimaryKeyString(), null));
        return base.OnActivateAsync(cancellationToken);
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<Delivery>().ResumeAsync(this);

    public async Task OnNextAsync(Delivery item, StreamSequenceToken? token = null)
    {
        using var acting = CallerContext.Become(Deliverer);
        try
        {
            await TakeIn(item, () => [new NotificationEvent.Notified(item.Notice)]);
        }
        finally
        {
            // Also where it failed: this activation ends, and must not be held by who listens.
            WakeListeners();
        }

        // Before the receipt: a delivery that comes again asks for the mail again, none is lost.
        if (_book.Mails(item.Notice.Kind))
        {
            await mails.SendAsync(this.GetPrimaryKeyString());
        }

        Acknowledge(item, StreamNames.Notifications);
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public Task<Outcome<NoticeList>> Read() => Task.FromResult<Outcome<NoticeList>>(
        MayRead ? new NoticeList(_book.Notices.Reverse().Select(Told).ToValueList(), _book.Unread, _book.Muted) : SpaceRefusals.OnlyTheHolder);

    public async Task<Outcome<NewNotices>> After(long number, CancellationToken cancellationToken)
    {
        if (!MayRead)
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        var after = Math.Min(number, _book.Last);
        if (after == _book.Last)
        {
            // Timed out or not: what there is by now is the answer.
            await Task.WhenAny(_something.Task, Task.Delay(INotificationsGrain.LongestWait, Time, cancellationToken));
        }

        return new NewNotices(_book.Notices.Where(notice => notice.Number > after).Select(Told).ToValueList(), _book.Last);
    }

    public Task<Outcome<Done>> MarkRead(Envelope envelope, MarkNoticesRead command) =>
        Commit(envelope, act => MarkNoticesRead.Decide(_book, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> Mute(Envelope envelope, MuteNotices command) =>
        Commit(envelope, act => MuteNotices.Decide(_book, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> KnowAddress(Envelope envelope, KnowAddress command) =>
        Commit(envelope, act => Domain.Notices.KnowAddress.Decide(_book, command, act), GrainsJson.Default.Done);

    public Task<string?> Address() => Task.FromResult(CallerContext.Required is Caller.Platform ? _book.Email : null);

    protected override KeyClass ClassOf(NotificationEvent happened) => KeyClass.Message;

    protected override void Apply(NotificationEvent happened) => _book.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_book.Snapshot(), DomainJson.Default.NoticeBookSnapshot);

    protected override void RestoreState(JsonText state) => _book.Restore(state.Read(DomainJson.Default.NoticeBookSnapshot));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void WakeListeners()
    {
        var before = _something;
        _something = NewSignal();
        before.SetResult();
    }

    private ToldNotice Told(NumberedNotice told) =>
        new(told.Number, told.Notice.Kind, told.Notice.Subject, told.Notice.At, told.Number <= _book.Read);
}
