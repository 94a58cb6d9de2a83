using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>One of everything that is kept, with every field filled.</summary>
internal static class Samples
{
    private static readonly Guid Id1 = new("0a000000-0000-8000-8000-000000000001");
    private static readonly Guid Id2 = new("0a000000-0000-8000-8000-000000000002");
    private static readonly BlindKey Key = BlindKey.Parse("00112233445566778899aabbccddeeff", null);
    private static readonly Authorisation Authorisation = Events.Authorisation(AccessSubject.Of(People.Gp), Moments.Now, ConsentDeclaration.CareTeam);

    public static Appointment Appointment { get; } = new(NamedRole.Administrator, People.Gp, "Dr 1", Moments.Now);

    public static Representation Representation { get; } = new(People.ParentSpace, "Camille Martellane", RepresentationKind.Minority, Moments.Now);

    public static Delegation Delegation { get; } = new(People.CarerSpace, "Sacha Brindille", Moments.Now, Moments.Now.AddYears(1));

    public static Delegation NarrowedDelegation { get; } = Delegation with { Rights = new(false, true, [Papers.Biology]), RemindedOf = Moments.Now };

    public static Invitation Invitation { get; } = new(
        Id1, ProxyRole.Carer, Key, "Sacha Brindille", People.CarerSpace, Moments.Now, new(Moments.Now, Moments.Now.AddYears(1), NarrowedDelegation.Rights!),
        InvitationStatus.Withdrawn);

    public static FeedingObjection Objection { get; } = new(AccessSubject.Of(People.Clinic), "Un proche y travaille", Moments.Now);

    public static Export Export { get; } = new(
        Id1, People.Representative(), Moments.Now.AddMinutes(-5), new("vault/archive", "a2V5", 1234, "aabb", "qrs="), Moments.Now);

    public static Caller[] Callers { get; } =
    [
        People.Holder,
        People.Professional(at: People.AtSamu()) with { Speciality = "SM54" },
        People.Representative(),
        People.Carer(),
        People.Staff(),
        People.Laboratory(),
        People.Platform(),
    ];

    public static DocumentSheet Sheet { get; } = new(
        Id1, Id2, 3,
        new("1.2.3", Papers.Biology, "10", "Bilan « d’été »", "application/pdf", "urn:ihe:lab:xd-lab:2008", "fr-FR", Moments.Now,
            Moments.Now.AddHours(-2), Moments.Now.AddHours(-1), new("urn:oid:1.2.250.1.71.4.2.4", "SA07", "Cabinet"), new("urn:x", "ETABLISSEMENT"),
            [new(People.Gp, "Dr 1", People.Clinic), new(null, "Automate")], Labels.Normal | Labels.HiddenFromProfessionals, "1.2.2",
            [new("urn:oid:1.2.250.1.213.2.5", "HHFA001", "Appendicectomie")], [new("urn:oid:2.999", "42")]),
        new("vault/aa", "a2V5", 1234, "aabb", "qrs="), DocumentStatus.Superseded, true, new(People.Gp, People.Clinic, "Dr 1", false),
        Moments.Now.AddDays(-3), Moments.Now, new(Id1, Papers.Submission()), true);

    /// <summary>A resource with a value of each kind, and a body that no encoder would write so.</summary>
    public static KeptResource Resource { get; } = new(
        "Observation", Id1, 2, Weights.Body("""{"resourceType":"Observation","text":"<p>été</p>", "value":70.10}"""),
        new(
        [
            new IndexedValue.Token("code", "http://loinc.org", "29463-7", "Poids"),
            new IndexedValue.Text("value-string", "à jeun"),
            new IndexedValue.Moment("date", Moments.Now, Moments.Now.AddSeconds(1)),
            new IndexedValue.Quantity("value-quantity", 70.10m, 70.10m, "http://unitsofmeasure.org", "kg"),
            new IndexedValue.Link("subject", "Patient", Id2, null, "urn:oid:2.999", "42"),
            new IndexedValue.Link("performer", "Practitioner", null, "Practitioner/8"),
            new IndexedValue.Uri("_profile", "http://example.test/profile"),
        ]),
        new(People.Gp, People.Clinic, "Dr 1", false), Moments.Now);

    public static RemovedResource Removed { get; } = new("Observation", Id2, 3, new(null, null, "", true), Moments.Now);

    public static ResourcesSnapshot ResourcesSnapshot { get; } = new(
        [new("Observation", new(4, 1, [new(Resource, 2)], [new(Resource with { Version = 1 }, 1, 2, Moments.Now)]))], [Removed]);

    public static AccessTrace Trace { get; } = new(
        Id1, Moments.Now, Callers[1], new(AccessMode.BreakGlass, "Personne inconsciente", ConsentDeclaration.Declared), TraceAction.OpenedDocument, true,
        AccessReason.GlassBroken, AccessReason.HiddenOpenedInEmergency, Id2, "Bilan", Papers.Biology, 7, Authorisation, "rules-1", "matrix-1", Id1);

    public static SpaceEvent[] SpaceEvents { get; } =
    [
        new SpaceEvent.HolderRecorded(People.Sheet),
        new SpaceEvent.Activated(Moments.Now, new(true, false, true, false)),
        new SpaceEvent.Opposed(Moments.Now),
        new SpaceEvent.OppositionLifted(Moments.Now),
        new SpaceEvent.Closed(Moments.Now, ClosingMotive.Fraud),
        new SpaceEvent.HolderDied(Moments.Now),
        new SpaceEvent.ChoicesMade(Moments.Now, new(false, true, false, true)),
        new SpaceEvent.DocumentDeposited(Sheet),
        new SpaceEvent.DocumentSuperseded(Id1, Id2, Moments.Now),
        new SpaceEvent.DocumentRelabelled(Id1, Id2, Labels.Restricted | Labels.WithheldFromHolder, Moments.Now, true),
        new SpaceEvent.DocumentArchived(Id1, true, Moments.Now),
        new SpaceEvent.DocumentDeleted(Id1, new(People.Gp, People.Clinic, "Dr 1", false), Moments.Now),
        new SpaceEvent.ResourceRecorded(Resource),
        new SpaceEvent.ResourceRevised(Resource with { Version = 3 }),
        new SpaceEvent.ResourceRemoved(Removed with { Id = Id1 }),
        new SpaceEvent.AuthorisationGranted(Authorisation),
        new SpaceEvent.AuthorisationWithdrawn(AccessSubject.Of(People.Clinic), Moments.Now),
        new SpaceEvent.ProfessionalBlocked(new(Id1, AccessSubject.Of(People.Clinic), Moments.Now)),
        new SpaceEvent.BlockLifted(Id1, AccessSubject.Of(People.Clinic), Moments.Now),
        new SpaceEvent.Appointed(Appointment),
        new SpaceEvent.AppointmentEnded(NamedRole.ReferentMidwife, People.Gp, Moments.Now),
        new SpaceEvent.RepresentativeNamed(Representation),
        new SpaceEvent.RepresentationEnded(People.ParentSpace, Moments.Now),
        new SpaceEvent.DelegationGiven(Delegation),
        new SpaceEvent.DelegationEnded(People.CarerSpace, Moments.Now),
        new SpaceEvent.FeedingObjected(Objection),
        new SpaceEvent.FeedingObjectionLifted(AccessSubject.Of(People.Clinic), Moments.Now),
        new SpaceEvent.Accessed(Trace),
        new SpaceEvent.OpeningTold(Moments.Now),
        new SpaceEvent.DeletionAsked(Moments.Now),
        new SpaceEvent.DeletionCancelled(Moments.Now),
        new SpaceEvent.Reopened(Moments.Now),
        new SpaceEvent.Suspended(Moments.Now, SuspensionGround.Malfunction),
        new SpaceEvent.SuspensionObjected(Moments.Now),
        new SpaceEvent.SuspensionLifted(Moments.Now),
        new SpaceEvent.Erased(Moments.Now, ErasureGround.Deletion, Moments.Now.AddYears(10), "0123456789ABCDEF"),
        new SpaceEvent.ErasureCertified(Moments.Now),
        new SpaceEvent.HistoryEnded(Moments.Now),
        new SpaceEvent.ProxyInvited(Invitation),
        new SpaceEvent.InvitationAnswered(Id1, true, Moments.Now),
        new SpaceEvent.InvitationWithdrawn(Id1, Moments.Now),
        new SpaceEvent.RepresentationCertified(People.ParentSpace, "Camille Martellane", Moments.Now),
        new SpaceEvent.DoubleNamed(People.OtherSpace, Moments.Now),
        new SpaceEvent.DoubleTakenIn(People.OtherSpace, Moments.Now),
        new SpaceEvent.ClosedAsDouble(People.OtherSpace, Moments.Now),
        new SpaceEvent.ExportRequested(Export),
        new SpaceEvent.ExportReady(Export.Id, Export.Archive!, Moments.Now),
        new SpaceEvent.ExportRemoved(Export.Id, Moments.Now),
    ];

    public static RelativesEvent[] RelativesEvents { get; } = [new RelativesEvent.Met(People.OtherSpace), new RelativesEvent.Parted(People.OtherSpace)];

    public static AgendaEvent[] AgendaEvents { get; } =
    [
        new AgendaEvent.Opened(People.Clinic),
        new AgendaEvent.EntryRecorded(Resource with { Type = "Slot" }),
        new AgendaEvent.EntryRevised(Resource with { Type = "Slot", Version = 3 }),
        new AgendaEvent.EntryRemoved(Removed with { Type = "Slot", Id = Id1 }),
    ];

    public static BucketEvent[] BucketEvents { get; } =
    [
        new BucketEvent.Enrolled(Key, People.Space, People.Sheet),
        new BucketEvent.TraitsChanged(Key, People.Sheet with { CardSerial = null, Email = null, AttendingDoctor = null, InformedAt = null }),
        new BucketEvent.DependantListed(Key, BlindKey.Parse("99112233445566778899aabbccddeeff", null)),
        new BucketEvent.SpaceChanged(Key, People.OtherSpace),
        new BucketEvent.NumberReplaced(Key, BlindKey.Parse("88112233445566778899aabbccddeeff", null)),
    ];

    public static GuardEvent[] GuardEvents { get; } =
    [
        new GuardEvent.CodeIssued(Key, Logins.Secret, Moments.Now),
        new GuardEvent.CodeMissed(Key, Moments.Now),
        new GuardEvent.CodeUsed(Key, Moments.Now),
        new GuardEvent.CodeWithheld(Key, Moments.Now),
        new GuardEvent.LoginRegistered(Key, People.Space, Logins.Secret, "alix@example.test"),
        new GuardEvent.PasswordMissed(Key, Moments.Now),
        new GuardEvent.OneTimeCodeSent(Key, "attempt", Logins.Right, Moments.Now),
        new GuardEvent.OneTimeCodeMissed(Key, "attempt", Moments.Now),
        new GuardEvent.SignedIn(Key, "attempt", Moments.Now),
        new GuardEvent.LoginReserved(Key, People.Space),
    ];

    public static QuotaEvent[] QuotaEvents { get; } =
    [
        new QuotaEvent.Stopped(Moments.Now, Moments.Now.AddHours(1)),
        new QuotaEvent.EmergenciesStopped(Moments.Now, Moments.Now.AddHours(1)),
        new QuotaEvent.Alerted(Id1, AlertKind.ManySpaces, 60, Moments.Now),
        new QuotaEvent.AlertTold(Id1),
    ];

    public static TryEvent[] TryEvents { get; } = [new TryEvent.Tried(Moments.Now), new TryEvent.TriesGivenBack(1)];

    public static PressureEvent[] PressureEvents { get; } = [new PressureEvent.Counted(100, 40, Moments.Now)];

    public static SecurityAlert Alert { get; } = new(Id1, AlertKind.Stopped, "professional", Key.Value, 300, Moments.Now);

    public static AlertEvent[] AlertEvents { get; } = [new AlertEvent.Raised(Alert)];

    public static ShelfSnapshot<DocumentSheet> DocumentsSnapshot { get; } =
        new(3, 0, [new(Sheet, 3), new(Papers.Sheet(), 1)], [new(Sheet with { Version = 2 }, 2, 3, Moments.Now)]);

    public static SpaceSnapshot SpaceSnapshot { get; } = new(
        People.Sheet, Moments.Now, Moments.Informed, new(true, true, false, false), DocumentsSnapshot, [Authorisation],
        [new(Id1, AccessSubject.Of(People.Clinic), Moments.Now)], [new(AccessSubject.Of(People.Gp), Moments.Now)], Moments.Now, [Appointment], [Representation], [Delegation],
        [Objection], ResourcesSnapshot,
        new(new(Moments.Now, ClosingMotive.Malfunction), Moments.Now, new(Moments.Now, SuspensionGround.Fraud, Moments.Now),
            new(Moments.Now, ErasureGround.ArchiveOver, Moments.Now, "0123456789ABCDEF", Moments.Now, Moments.Now), People.OtherSpace), Moments.Now, [Invitation], [Export], [new(People.OtherSpace, Moments.Informed, Moments.Now)]);

    public static GuardSnapshot GuardSnapshot { get; } = new(
        [new(Key, new(Logins.Secret, Moments.Now, 2, true, [Moments.Informed]))],
        [new(Key, new(People.Space, new(Logins.Secret, "alix@example.test", 4)))]);

    public static AccountEvent[] AccountEvents { get; } =
    [
        OpenAccounts.Created,
        new AccountEvent.Challenged(new(ChallengePurpose.Contact, "attempt", Logins.Right, Moments.Now, 0, new(ContactKind.Phone, "+33600000000", Moments.Now)), Moments.Now),
        new AccountEvent.ChallengeMet(ChallengePurpose.SignIn, Moments.Now),
        new AccountEvent.ProofMissed(Factor.OneTimeCode, ChallengePurpose.Contact, Moments.Now),
        new AccountEvent.SessionBegan(OpenAccounts.Session, Factor.OneTimeCode),
        new AccountEvent.SessionRenewed(OpenAccounts.Session.Id, "key-2", Factor.Password, Moments.Now),
        new AccountEvent.SessionsEnded([OpenAccounts.SessionOf(2).Id], Moments.Now),
        new AccountEvent.PasswordChanged("hash-2", Moments.Now),
        new AccountEvent.ContactVerified(OpenAccounts.Phone),
        new AccountEvent.AuthenticatorOffered(OpenAccounts.Secret, Moments.Now),
        new AccountEvent.AuthenticatorUsed(59_000_000, Moments.Now),
        new AccountEvent.AuthenticatorRemoved(Moments.Now),
        new AccountEvent.PasskeyAdded(OpenAccounts.Passkey),
        new AccountEvent.PasskeyUsed(OpenAccounts.Passkey.Id, 8, true, Moments.Now),
        new AccountEvent.PasskeyRemoved("AQIE", Moments.Now),
        new AccountEvent.RecoveryCodesIssued([Logins.Right, Logins.Wrong], Moments.Now),
        new AccountEvent.RecoveryCodeUsed(Logins.Wrong, Moments.Now),
        new AccountEvent.FederationUnlinked(Moments.Now),
        new AccountEvent.FederationLinked(Key, Moments.Now),
    ];

    /// <summary>An account to which all of them happened.</summary>
    public static Account Account => new Account(People.Space).Take(AccountEvents).Take(new AccountEvent.AuthenticatorOffered(OpenAccounts.Secret, Moments.Now));

    public static NotificationEvent[] NotificationEvents { get; } =
    [
        new NotificationEvent.Notified(new(NoticeKind.BlockBypassed, Id1, Moments.Now)),
        new NotificationEvent.ReadUpTo(7, Moments.Now),
        new NotificationEvent.Muted([NoticeKind.DocumentAdded, NoticeKind.FirstAccess], Moments.Now),
        new NotificationEvent.AddressKnown("alix@example.test", Moments.Now),
    ];

    public static PatientNoticeEvent[] PatientNoticeEvents { get; } =
    [
        new PatientNoticeEvent.Told(People.Space, new(NoticeKind.EmergencyOfPatient, Id1, Moments.Now)),
        new PatientNoticeEvent.SeenUpTo(7, Moments.Now),
    ];

    public static PatientNoticeSnapshot PatientNoticeSnapshot { get; } = new(
        [new(7, People.Space, new(NoticeKind.EmergencyOfPatient, Id1, Moments.Now))], 7, 6);

    public static NoticeBookSnapshot NoticeBookSnapshot { get; } = new(
        [new(7, new(NoticeKind.NewStructure, Id1, Moments.Now))], 7, 6, [NoticeKind.DocumentAdded], "alix@example.test");

    public static Report Report { get; } = new(
        Id1, ReportSubject.Professional, People.Gp.Value, "Je ne connais pas ce médecin.", new("Bilan", [new(Moments.Now, TraceAction.OpenedDocument, true)]),
        ReportState.Answered, Moments.Now, "4999900020/SUPPORT-0007", "Nous avons vérifié.");

    public static ReportEvent[] ReportEvents { get; } =
    [
        new ReportEvent.Made(Report with { State = ReportState.Open, Agent = null, Answer = null }),
        new ReportEvent.TakenInHand(Id1, "4999900020/SUPPORT-0007", Moments.Now),
        new ReportEvent.Answered(Id1, "4999900020/SUPPORT-0007", "Nous avons vérifié.", Moments.Now),
        new ReportEvent.Listed(Id1, ReportState.Answered),
        new ReportEvent.Ended(Id1, "4999900020/SUPPORT-0007", Moments.Now),
    ];

    public static WorklistEvent[] WorklistEvents { get; } =
        [new WorklistEvent.LineWritten(new(Id1, People.Space, ReportSubject.Document, ReportState.InHand, Moments.Now, "4999900020/SUPPORT-0007"))];

    public static Notice Notice { get; } = new(NoticeKind.EmergencyAccess, Id1, Moments.Now);
}
