using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Tests;

/// <summary>What is on disk today must be read for ever.</summary>
public class DomainJsonTests
{
    public static TheoryData<string> EventNames => [.. AllEvents().Select(kept => kept.Name)];

    [Theory]
    [MemberData(nameof(EventNames))]
    public void Every_event_is_written_as_approved_and_read_back(string name)
    {
        var (_, value, type) = AllEvents().Single(kept => kept.Name == name);
        Approved.Same(name, JsonSerializer.Serialize(value, type));
        Assert.Equal(value, JsonSerializer.Deserialize(Approved.Read(name), type));
    }

    [Fact]
    public void Every_event_of_every_family_has_a_sample()
    {
        Assert.Equal(Cases<SpaceEvent>(), Samples.SpaceEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<RelativesEvent>(), Samples.RelativesEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<AgendaEvent>(), Samples.AgendaEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<BucketEvent>(), Samples.BucketEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<GuardEvent>(), Samples.GuardEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<QuotaEvent>(), Samples.QuotaEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<TryEvent>(), Samples.TryEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<PressureEvent>(), Samples.PressureEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<NotificationEvent>(), Samples.NotificationEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<PatientNoticeEvent>(), Samples.PatientNoticeEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<ReportEvent>(), Samples.ReportEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<WorklistEvent>(), Samples.WorklistEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<AlertEvent>(), Samples.AlertEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<AccountEvent>(), Samples.AccountEvents.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(Cases<Caller>(), Samples.Callers.Select(caller => caller.GetType()).ToHashSet());
    }

    [Fact]
    public void Everything_that_is_kept_is_read_back_equal()
    {
        foreach (var (value, type) in Kept())
        {
            Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type), type));
        }
    }

    [Fact]
    public void Everything_that_the_encoding_declares_is_tried_here()
    {
        var declared = typeof(DomainJson).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!);
        Assert.Equal(declared.ToHashSet(), Kept().Select(kept => kept.Type.Type).ToHashSet());
    }

    [Fact]
    public void Names_of_values_on_disk_do_not_change()
    {
        Type[] enums =
        [
            typeof(AccessMode), typeof(AccessReason), typeof(AlertKind), typeof(ClosingMotive), typeof(ConsentDeclaration), typeof(DocumentStatus), typeof(ErasureGround), typeof(InvitationStatus), typeof(Labels), typeof(NamedRole), typeof(NoticeKind), typeof(ProxyRole),
            typeof(ReportState), typeof(ReportSubject), typeof(RepresentationKind), typeof(Sector), typeof(Sex), typeof(SuspensionGround),
            typeof(TraceAction),
            typeof(ChallengePurpose), typeof(ContactKind), typeof(Factor), typeof(PersonalProof),
            typeof(DueKind),
        ];
        Approved.Same("value-names.txt", string.Join('\n', enums.OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => $"{type.Name}: {string.Join(' ', Enum.GetNames(type))}")));
    }

    [Fact]
    public void A_field_of_tomorrow_is_passed_over()
    {
        var json = JsonNode.Parse(Approved.Read("space/activated.json"))!.AsObject();
        json["colour"] = "blue";
        Assert.Equal(Samples.SpaceEvents[1], JsonSerializer.Deserialize(json.ToJsonString(), DomainJson.Default.SpaceEvent));
    }

    [Fact]
    public void A_document_of_before_acts_and_related_identifiers_were_kept_is_read()
    {
        var sheet = Samples.Sheet with { Draft = Samples.Sheet.Draft with { Events = null, Related = null }, HiddenByProfessional = false };
        Assert.Equal(
            new SpaceEvent.DocumentDeposited(sheet),
            JsonSerializer.Deserialize(Approved.Read("space/document-deposited-before-events.json"), DomainJson.Default.SpaceEvent));
    }

    [Fact]
    public void A_closing_of_before_motives_was_asked_for_by_the_holder() => Assert.Equal(
        new SpaceEvent.Closed(Moments.Now, ClosingMotive.HolderRequest),
        JsonSerializer.Deserialize(Approved.Read("space/closed-before-motives.json"), DomainJson.Default.SpaceEvent));

    [Theory]
    [InlineData("""{"event":"event-of-tomorrow"}""")]
    [InlineData("""{"at":"2026-06-01T10:30:00+00:00"}""")]
    [InlineData("""{"event":"holder-recorded","holder":{"ins":"1.2.250.1.213.1.4.8|279035121518988"}}""")]
    [InlineData("""{"event":"block-lifted","subject":"X/1"}""")]
    public void An_event_of_tomorrow_or_a_wrong_value_stops_the_reading(string json)
    {
        var failure = Record.Exception(() => JsonSerializer.Deserialize(json, DomainJson.Default.SpaceEvent));
        Assert.True(failure is JsonException or NotSupportedException, failure?.ToString() ?? "It was read.");
    }

    private static IEnumerable<(string Name, object Value, JsonTypeInfo Type)> AllEvents() =>
    [
        .. Samples.SpaceEvents.Select(happened => Named("space", happened, DomainJson.Default.SpaceEvent)),
        .. Samples.AgendaEvents.Select(happened => Named("agenda", happened, DomainJson.Default.AgendaEvent)),
        .. Samples.RelativesEvents.Select(happened => Named("relatives", happened, DomainJson.Default.RelativesEvent)),
        .. Samples.BucketEvents.Select(happened => Named("bucket", happened, DomainJson.Default.BucketEvent)),
        .. Samples.GuardEvents.Select(happened => Named("guard", happened, DomainJson.Default.GuardEvent)),
        .. Samples.QuotaEvents.Select(happened => Named("quota", happened, DomainJson.Default.QuotaEvent)),
        .. Samples.TryEvents.Select(happened => Named("try", happened, DomainJson.Default.TryEvent)),
        .. Samples.PressureEvents.Select(happened => Named("pressure", happened, DomainJson.Default.PressureEvent)),
        .. Samples.NotificationEvents.Select(happened => Named("notification", happened, DomainJson.Default.NotificationEvent)),
        .. Samples.PatientNoticeEvents.Select(happened => Named("patient-notice", happened, DomainJson.Default.PatientNoticeEvent)),
        .. Samples.ReportEvents.Select(happened => Named("report", happened, DomainJson.Default.ReportEvent)),
        .. Samples.WorklistEvents.Select(happened => Named("worklist", happened, DomainJson.Default.WorklistEvent)),
        .. Samples.AlertEvents.Select(happened => Named("alert", happened, DomainJson.Default.AlertEvent)),
        .. Samples.AccountEvents.Select(happened => Named("account", happened, DomainJson.Default.AccountEvent)),
    ];

    private static (string Name, object Value, JsonTypeInfo Type) Named<TEvent>(string family, TEvent happened, JsonTypeInfo<TEvent> type)
        where TEvent : notnull
    {
        var name = typeof(TEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Single(known => known.DerivedType == happened.GetType()).TypeDiscriminator;
        return ($"{family}/{name}.json", happened, type);
    }

    private static IEnumerable<(object Value, JsonTypeInfo Type)> Kept() =>
    [
        .. AllEvents().Select(kept => (kept.Value, kept.Type)),
        .. Samples.Callers.Select(caller => ((object)caller, (JsonTypeInfo)DomainJson.Default.Caller)),
        (People.Professional(), DomainJson.Default.Caller),
        (People.Professional(at: People.AtWork()) with { VouchedBy = People.Clinic }, DomainJson.Default.Caller),
        (new SpaceEvent.Accessed(Samples.Trace with { Context = AccessContext.Ordinary with { Secret = true } }), DomainJson.Default.SpaceEvent),
        (new SpaceEvent.ProfessionalBlocked(Samples.SpaceSnapshot.Blocks[0] with { By = People.Gp }), DomainJson.Default.SpaceEvent),
        (People.Sheet, DomainJson.Default.HolderSheet),
        (People.Sheet with { CardSerial = null, Email = null, AttendingDoctor = null, InformedAt = null }, DomainJson.Default.HolderSheet),
        (People.Sheet with { Phone = "+33600000000", PostalAddress = ["1 RUE DES ESSAIS", "99999 ESSAI"], AttachedTo = [Logins.Person], DiedOn = new(2026, 2, 3) },
            DomainJson.Default.HolderSheet),
        (Samples.SpaceSnapshot, DomainJson.Default.SpaceSnapshot),
        (Story.NeverWritten().Snapshot(), DomainJson.Default.SpaceSnapshot),
        (Samples.GuardSnapshot, DomainJson.Default.GuardSnapshot),
        (new LoginGuard().Snapshot(), DomainJson.Default.GuardSnapshot),
        (Samples.Notice, DomainJson.Default.Notice),
        (Samples.Alert, DomainJson.Default.SecurityAlert),
        (Samples.NoticeBookSnapshot, DomainJson.Default.NoticeBookSnapshot),
        (Samples.NoticeBookSnapshot.Notices[0], DomainJson.Default.NumberedNotice),
        (Samples.PatientNoticeSnapshot, DomainJson.Default.PatientNoticeSnapshot),
        (Samples.PatientNoticeSnapshot.Notices[0], DomainJson.Default.PatientNotice),
        (NoticeKind.ReportAnswered, DomainJson.Default.NoticeKind),
        (Samples.Report, DomainJson.Default.Report),
        (Samples.Report.Evidence!.Accesses[0], DomainJson.Default.ReportedAccess),
        (new ReportBookSnapshot([Samples.Report], [new(Samples.Report.Id, ReportState.Open)]), DomainJson.Default.ReportBookSnapshot),
        (new ReportEvent.Listed(Samples.Report.Id, ReportState.Open), DomainJson.Default.ListedReport),
        (((WorklistEvent.LineWritten)Samples.WorklistEvents[0]).Line, DomainJson.Default.WorklistLine),
        (Samples.Sheet, DomainJson.Default.DocumentSheet),
        (Samples.Sheet.Draft.Authors[0], DomainJson.Default.Author),
        (Samples.Sheet.Draft.Authors[1], DomainJson.Default.Author),
        (Samples.SpaceSnapshot.Authorisations[0], DomainJson.Default.Authorisation),
        (Samples.SpaceSnapshot.Blocks[0], DomainJson.Default.Block),
        (Samples.SpaceSnapshot.Visitors[0], DomainJson.Default.Visitor),
        (Samples.SpaceSnapshot.Authorisations[0] with { CollectedBy = People.Gp }, DomainJson.Default.Authorisation),
        (Samples.Appointment, DomainJson.Default.Appointment),
        (Samples.Export, DomainJson.Default.Export),
        (Samples.SpaceSnapshot.Doubles[0], DomainJson.Default.KnownDouble),
        (Samples.Representation, DomainJson.Default.Representation),
        (Samples.Delegation, DomainJson.Default.Delegation),
        (Samples.NarrowedDelegation, DomainJson.Default.Delegation),
        (Samples.Invitation, DomainJson.Default.Invitation),
        (Samples.Invitation with { Term = null, Invited = null }, DomainJson.Default.Invitation),
        (new RelativesSnapshot([People.OtherSpace]), DomainJson.Default.RelativesSnapshot),
        (People.OtherSpace, DomainJson.Default.SpaceId),
        (Samples.Objection, DomainJson.Default.FeedingObjection),
        (new AgendaSnapshot(People.Clinic, Samples.ResourcesSnapshot), DomainJson.Default.AgendaSnapshot),
        (Samples.DocumentsSnapshot.Standing[0], DomainJson.Default.StandingDocumentSheet),
        (Samples.DocumentsSnapshot.Former[0], DomainJson.Default.FormerDocumentSheet),
        (Samples.Sheet.Draft.Events![0], DomainJson.Default.CodedValue),
        (Samples.Sheet.Draft.Related![0], DomainJson.Default.OtherId),
        .. Samples.Resource.Index.Values.Select(value => ((object)value, (JsonTypeInfo)DomainJson.Default.IndexedValue)),
        (Samples.ResourcesSnapshot.Types[0], DomainJson.Default.TypeSnapshot),
        (Samples.ResourcesSnapshot.Types[0].Shelf.Standing[0], DomainJson.Default.StandingKeptResource),
        (Samples.ResourcesSnapshot.Types[0].Shelf.Former[0], DomainJson.Default.FormerKeptResource),
        (Samples.Removed, DomainJson.Default.RemovedResource),
        (Samples.GuardSnapshot.Codes[0], DomainJson.Default.GuardedCode),
        (Samples.GuardSnapshot.Logins[0], DomainJson.Default.GuardedLogin),
        (Samples.Account, DomainJson.Default.Account),
        (new Account(People.Space), DomainJson.Default.Account),
        (Samples.Account.Contacts[0], DomainJson.Default.Contact),
        (Samples.Account.Challenges[0], DomainJson.Default.Challenge),
        (Samples.Account.Sessions[0], DomainJson.Default.Session),
        (Samples.Account.Passkeys[0], DomainJson.Default.Passkey),
    ];

    private static HashSet<Type> Cases<T>() => [.. typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T)))];
}
