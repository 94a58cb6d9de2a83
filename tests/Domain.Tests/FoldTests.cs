using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests;

/// <summary>Every event of every family is folded; one that nobody knows stops everything.</summary>
public class FoldTests
{
    [Fact]
    public void Every_event_of_a_space_is_folded()
    {
        foreach (var happened in Samples.SpaceEvents)
        {
            var id = new Guid("0a000000-0000-8000-8000-000000000001");
            var space = Given(Events.Deposited(Papers.Sheet("a") with { LogicalId = id }));
            if (happened is not SpaceEvent.ResourceRecorded)
            {
                space.Apply(Weights.Recorded(Weights.Weight() with { Id = id }));
            }

            if (happened is SpaceEvent.SuspensionObjected)
            {
                space.Apply(new SpaceEvent.Suspended(Moments.Now, SuspensionGround.Fraud));
            }

            if (happened is SpaceEvent.InvitationAnswered or SpaceEvent.InvitationWithdrawn)
            {
                space.Apply(new SpaceEvent.ProxyInvited(Samples.Invitation));
            }

            if (happened is SpaceEvent.ErasureCertified or SpaceEvent.HistoryEnded)
            {
                space.Apply(new SpaceEvent.Erased(Moments.Now, ErasureGround.Deletion, Moments.Now, "0123456789ABCDEF"));
            }

            if (happened is SpaceEvent.DoubleTakenIn taken)
            {
                space.Apply(new SpaceEvent.DoubleNamed(taken.Space, Moments.Now));
            }

            if (happened is SpaceEvent.ExportReady)
            {
                space.Apply(new SpaceEvent.ExportRequested(Samples.Export with { Archive = null, ReadyAt = null }));
            }

            Assert.Null(Record.Exception(() => space.Apply(happened)));
        }
    }

    [Fact]
    public void Every_event_of_an_agenda_is_folded()
    {
        var agenda = new Agenda();
        Assert.All(Samples.AgendaEvents, happened => Assert.Null(Record.Exception(() => agenda.Apply(happened))));
        Assert.Equal(People.Clinic, agenda.Snapshot().Structure);
    }

    [Fact]
    public void Every_event_of_a_list_of_relatives_is_folded()
    {
        var relatives = new Relatives();
        relatives.Apply(Samples.RelativesEvents[0]);
        Assert.Equal([People.OtherSpace], relatives.Spaces);
        relatives.Apply(Samples.RelativesEvents[1]);
        Assert.Empty(relatives.Spaces);
    }

    [Fact]
    public void Every_event_of_a_bucket_is_folded()
    {
        var bucket = new IdentityBucket();
        Assert.All(Samples.BucketEvents, happened => Assert.Null(Record.Exception(() => bucket.Apply(happened))));
        Assert.Equal(["DependantListed", "NumberReplaced"], bucket.Snapshot().Select(happened => happened.GetType().Name));
    }

    [Fact]
    public void Every_event_of_a_guard_is_folded()
    {
        var guard = new LoginGuard();
        Assert.All(Samples.GuardEvents, happened => Assert.Null(Record.Exception(() => guard.Apply(happened))));
        Assert.Equal((1, 1), (guard.Snapshot().Codes.Count, guard.Snapshot().Logins.Count));
    }

    [Fact]
    public void Every_event_of_an_account_is_folded()
    {
        Assert.All(Samples.AccountEvents, happened => Assert.Null(Record.Exception(() => Samples.Account.After(happened))));
        Assert.Throws<InvalidOperationException>(() => OpenAccounts.Plain.After(new AccountEventOfTomorrow(OpenAccounts.Created)));
    }

    [Fact]
    public void What_the_guard_kept_of_a_login_before_there_were_accounts_is_kept_for_the_account()
    {
        GuardEvent missed = new GuardEvent.PasswordMissed(Logins.Login, Moments.Now);
        GuardEvent wrongCode = new GuardEvent.OneTimeCodeMissed(Logins.Login, "a1", Moments.Now);
        var guard = Given(Logins.Registered, missed, new GuardEvent.SignedIn(Logins.Login, "a1", Moments.Now), missed, wrongCode);
        Assert.True(guard.TryFindLogin(Logins.Login, out var known));
        Assert.Equal(new KnownLogin(People.Space, new(Logins.Secret, "alix@example.test", 2)), known);
    }

    [Fact]
    public void Every_event_of_a_quota_and_of_the_book_of_alerts_is_folded()
    {
        var (quota, book) = (new ActivityQuota(), new AlertBook());
        Assert.All(Samples.QuotaEvents, happened => Assert.Null(Record.Exception(() => quota.Apply(happened))));
        Assert.All(Samples.AlertEvents, happened => Assert.Null(Record.Exception(() => book.Apply(happened))));
        Assert.Equal(Samples.QuotaEvents, quota.Kept);
        Assert.Empty(quota.Untold);
        Assert.Equal([Samples.Alert], book.Alerts);
    }

    [Fact]
    public void Every_event_of_a_source_and_of_the_pressure_is_folded()
    {
        var (tries, pressure) = (new SourceTries(), new Pressure());
        Assert.All(Samples.TryEvents, happened => Assert.Null(Record.Exception(() => tries.Apply(happened))));
        Assert.All(Samples.PressureEvents, happened => Assert.Null(Record.Exception(() => pressure.Apply(happened))));
        Assert.Empty(tries.Lost);
        Assert.Equal(Samples.PressureEvents, pressure.Batches);
    }

    [Fact]
    public void An_event_that_nobody_knows_stops_the_fold()
    {
        Assert.Throws<InvalidOperationException>(() => NeverWritten().Apply(new SpaceEventOfTomorrow(Events.Recorded)));
        Assert.Throws<InvalidOperationException>(() => new Agenda().Apply(new AgendaEventOfTomorrow(Samples.AgendaEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new IdentityBucket().Apply(new BucketEventOfTomorrow(Samples.BucketEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new LoginGuard().Apply(new GuardEventOfTomorrow(Logins.Issued)));
        Assert.Throws<InvalidOperationException>(() => new NoticeBook(People.Space).Apply(new NotificationEventOfTomorrow(Samples.NotificationEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new PatientNoticeBook().Apply(new PatientNoticeEventOfTomorrow(Samples.PatientNoticeEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new ReportBook(People.Space).Apply(new ReportEventOfTomorrow(Samples.ReportEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new Worklist().Apply(new WorklistEventOfTomorrow(Samples.WorklistEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new Relatives().Apply(new RelativesEventOfTomorrow(Samples.RelativesEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new AlertBook().Apply(new AlertEventOfTomorrow(Samples.AlertEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new SourceTries().Apply(new TryEventOfTomorrow(Samples.TryEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new Pressure().Apply(new PressureEventOfTomorrow(Samples.PressureEvents[0])));
        Assert.Throws<InvalidOperationException>(() => new ActivityQuota().Apply(new QuotaEventOfTomorrow(Samples.QuotaEvents[0])));
    }

    [Fact]
    public void An_event_about_what_is_not_there_stops_the_fold()
    {
        Assert.ThrowsAny<Exception>(() => NeverWritten().Apply(new SpaceEvent.DocumentSuperseded(Guid.NewGuid(), Guid.NewGuid(), Moments.Now)));
        Assert.ThrowsAny<Exception>(() => NeverWritten().Apply(new SpaceEvent.DocumentRelabelled(Guid.NewGuid(), Guid.NewGuid(), Labels.Normal, Moments.Now)));
        Assert.ThrowsAny<Exception>(() => new LoginGuard().Apply(new GuardEvent.SignedIn(Logins.Login, "a", Moments.Now)));
        var twice = Given(Events.Deposited(Papers.Sheet()));
        Assert.ThrowsAny<Exception>(() => twice.Apply(Events.Deposited(Papers.Sheet())));
    }

    [Fact]
    public void The_fold_makes_of_a_space_what_its_events_say()
    {
        var choices = new PrivacyChoices(true, false, false, true);
        var sheet = Papers.Sheet();
        var newId = new Guid("0a000000-0000-8000-8000-000000000009");
        var space = Given(
        [
            .. Events.Activated(choices), Events.Deposited(sheet), new SpaceEvent.DocumentRelabelled(sheet.LogicalId, newId, Labels.Restricted, Moments.Now),
            new SpaceEvent.DocumentSuperseded(sheet.LogicalId, Guid.Empty, Moments.Now.AddDays(1)),
        ]);
        Assert.Equal((People.Sheet, Moments.Opening, choices), (space.Holder, space.ActivatedAt, space.Choices));
        var expected = sheet with
        {
            Id = newId,
            Version = 3,
            Status = DocumentStatus.Superseded,
            UpdatedAt = Moments.Now.AddDays(1),
            Draft = sheet.Draft with { Labels = Labels.Restricted },
        };
        Assert.Equal([expected], space.Documents);
        var found = Assert.Single(space.Named("1.2.3"));
        Assert.Equal(expected, found);
        Assert.Empty(space.Named("1.2"));
    }

    // The families are closed by a private constructor; the one that copies lets a test in by the back door.
    private sealed record SpaceEventOfTomorrow : SpaceEvent
    {
        public SpaceEventOfTomorrow(SpaceEvent any)
            : base(any)
        {
        }
    }

    private sealed record AgendaEventOfTomorrow : AgendaEvent
    {
        public AgendaEventOfTomorrow(AgendaEvent any)
            : base(any)
        {
        }
    }

    private sealed record PatientNoticeEventOfTomorrow : PatientNoticeEvent
    {
        public PatientNoticeEventOfTomorrow(PatientNoticeEvent any)
            : base(any)
        {
        }
    }

    private sealed record BucketEventOfTomorrow : BucketEvent
    {
        public BucketEventOfTomorrow(BucketEvent any)
            : base(any)
        {
        }
    }

    private sealed record GuardEventOfTomorrow : GuardEvent
    {
        public GuardEventOfTomorrow(GuardEvent any)
            : base(any)
        {
        }
    }

    private sealed record AccountEventOfTomorrow : AccountEvent
    {
        public AccountEventOfTomorrow(AccountEvent any)
            : base(any)
        {
        }
    }

    private sealed record NotificationEventOfTomorrow : NotificationEvent
    {
        public NotificationEventOfTomorrow(NotificationEvent any)
            : base(any)
        {
        }
    }

    private sealed record ReportEventOfTomorrow : ReportEvent
    {
        public ReportEventOfTomorrow(ReportEvent any)
            : base(any)
        {
        }
    }

    private sealed record WorklistEventOfTomorrow : WorklistEvent
    {
        public WorklistEventOfTomorrow(WorklistEvent any)
            : base(any)
        {
        }
    }

    private sealed record AlertEventOfTomorrow : AlertEvent
    {
        public AlertEventOfTomorrow(AlertEvent any)
            : base(any)
        {
        }
    }

    private sealed record RelativesEventOfTomorrow : RelativesEvent
    {
        public RelativesEventOfTomorrow(RelativesEvent any)
            : base(any)
        {
        }
    }

    private sealed record TryEventOfTomorrow : TryEvent
    {
        public TryEventOfTomorrow(TryEvent any)
            : base(any)
        {
        }
    }

    private sealed record PressureEventOfTomorrow : PressureEvent
    {
        public PressureEventOfTomorrow(PressureEvent any)
            : base(any)
        {
        }
    }

    private sealed record QuotaEventOfTomorrow : QuotaEvent
    {
        public QuotaEventOfTomorrow(QuotaEvent any)
            : base(any)
        {
        }
    }
}
