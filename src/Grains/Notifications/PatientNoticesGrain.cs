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

[GrainType("patient-notices")]
[ImplicitStreamSubscription(StreamNames.PatientNotices)]
internal sealed class PatientNoticesGrain(JournalServices services, CallerDigests digests, ILogger<PatientNoticesGrain> logger)
    : JournaledGrain<PatientNoticeEvent>(services, logger), IPatientNoticesGrain, IStreamSubscriptionObserver, IAsyncObserver<Delivery>
{
    private static readonly Caller Deliverer = new Caller.Platform("delivery");

    private readonly PatientNoticeBook _book = new();

    protected override JournalId JournalId => JournalId.Of("patient-notices", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<PatientNoticeEvent> EventType => DomainJson.Default.PatientNoticeEvent;

    protected override int SnapshotSchema => 1;

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<Delivery>().ResumeAsync(this);

    public async Task OnNextAsync(Delivery item, StreamSequenceToken? token = null)
    {
        using var acting = CallerContext.Become(Deliverer);

        // The sender is the space: what travels names no patient besides.
        var patient = SpaceId.Parse(GrainId.Parse(item.Sender, CultureInfo.InvariantCulture).Key.ToString()!, null);
        await TakeIn(item, () => [new PatientNoticeEvent.Told(patient, item.Notice)]);
        Acknowledge(item, StreamNames.PatientNotices);
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public async Task<Outcome<PatientNoticeList>> Read() => await IsTheirs()
        ? new PatientNoticeList(_book.Notices.Reverse().ToValueList(), _book.Read, _book.Unread)
        : NoticeRefusals.OnlyTheProfessional;

    public async Task<Outcome<Done>> MarkRead(Envelope envelope, MarkPatientNoticesRead command) => await IsTheirs()
        ? await Commit(envelope, act => MarkPatientNoticesRead.Decide(_book, command, act), GrainsJson.Default.Done)
        : NoticeRefusals.OnlyTheProfessional;

    protected override KeyClass ClassOf(PatientNoticeEvent happened) => KeyClass.Message;

    protected override void Apply(PatientNoticeEvent happened) => _book.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_book.Snapshot(), DomainJson.Default.PatientNoticeSnapshot);

    protected override void RestoreState(JsonText state) => _book.Restore(state.Read(DomainJson.Default.PatientNoticeSnapshot));

    private async ValueTask<bool> IsTheirs() =>
        CallerContext.Required is Caller.Professional professional && await digests.OfAsync(professional.Id) == this.GetPrimaryKeyString();
}
