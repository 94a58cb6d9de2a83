using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests;

/// <summary>Networks retry: the same command a second time changes nothing. A reading only leaves its trace again.</summary>
public class SentTwiceTests
{
    private static readonly AccessSubject Subject = People.Subject(People.Professional());

    private static readonly Block Block = new(new("b10cb10c-0000-0000-0000-000000000001"), Subject, Moments.Now.AddDays(-3));

    private static SpaceEvent Waiting { get; } = new SpaceEvent.ProxyInvited(Samples.Invitation with { Outcome = InvitationStatus.Pending });

    private static readonly AccessContext Declaring = new(AccessMode.Normal, null, ConsentDeclaration.Declared);

    /// <summary>For each command, a world in which it does something, and how to send it there.</summary>
    private static readonly Dictionary<Type, (SpaceEvent[] Given, Func<Space, IReadOnlyList<SpaceEvent>> Send)> OfSpaces = new()
    {
        [typeof(ActivateSpace)] = ([Events.Recorded], space => ActivateSpace.Decide(space, new(People.Sheet, PrivacyChoices.Unexpressed), Acts.Holder()).Events),
        [typeof(Oppose)] = ([Events.Recorded], space => Oppose.Decide(space, new(People.Sheet), Acts.Holder()).Events),
        [typeof(RecordAssistance)] = ([Events.Recorded], space => RecordAssistance.Decide(space, new(People.Sheet, "Claude"), Acts.By(People.Laboratory()), Papers.Matrix).Events),
        [typeof(LiftOpposition)] = ([Events.Recorded, Events.Opposed], space => LiftOpposition.Decide(space, new(), Acts.Holder()).Events),
        [typeof(Authorise)] = (Events.Activated(), space => Authorise.Decide(space, new(Subject, "Somebody"), Acts.Holder()).Events),
        [typeof(WithdrawAuthorisation)] = ([.. Events.Activated(), Events.Authorised(Subject)],
            space => WithdrawAuthorisation.Decide(space, new(Subject), Acts.Holder()).Events),
        [typeof(MakeChoices)] = (Events.Activated(), space => MakeChoices.Decide(space, new(new(true, true, true, true)), Acts.Holder()).Events),
        [typeof(BlockProfessional)] = ([.. Events.Activated(), Events.Authorised(Subject)],
            space => BlockProfessional.Decide(space, new(Subject), Acts.Holder()).Events),
        [typeof(LiftBlock)] = ([.. Events.Activated(), new SpaceEvent.ProfessionalBlocked(Block)],
            space => LiftBlock.Decide(space, new(Block.Id), Acts.Holder()).Events),
        [typeof(CollectConsent)] = ([.. Events.Activated(), Events.Authorised(Subject)],
            space => CollectConsent.Decide(space, new(People.Professional(3).Id, "Somebody"), Acts.By(People.Professional())).Events),
        [typeof(Appoint)] = ([.. Events.Activated(), new SpaceEvent.Appointed(Samples.Appointment with { Role = NamedRole.ReferentMidwife })],
            space => Appoint.Decide(space, new(NamedRole.ReferentMidwife, People.Professional().Id, "Somebody"), Acts.Holder()).Events),
        [typeof(EndAppointment)] = ([.. Events.Activated(), new SpaceEvent.Appointed(Samples.Appointment)],
            space => EndAppointment.Decide(space, new(NamedRole.Administrator, People.Gp), Acts.Holder()).Events),
        [typeof(NameRepresentative)] = ([], space => NameRepresentative.Decide(
            space, new(People.Minor, People.ParentSpace, "Somebody", RepresentationKind.Minority), Acts.By(People.Platform())).Events),
        [typeof(EndRepresentation)] = ([new SpaceEvent.RepresentativeNamed(Samples.Representation)],
            space => EndRepresentation.Decide(space, new(People.ParentSpace), Acts.By(People.Representative())).Events),
        [typeof(RepresentChild)] = ([], space => RepresentChild.Decide(space, new(People.Minor, People.ParentSpace, "Somebody"), Acts.By(People.Platform())).Events),
        [typeof(InviteCarer)] = (Events.Activated(),
            space => InviteCarer.Decide(space, new(Logins.Person, "Sacha Brindille", People.CarerSpace, Samples.Invitation.Term!), Acts.Holder()).Events),
        [typeof(InviteRepresentative)] = ([.. Events.OfMinor(), Events.Parent],
            space => InviteRepresentative.Decide(space, new(Logins.Person, "Somebody", People.OtherSpace), Acts.By(People.Representative())).Events),
        [typeof(AnswerInvitation)] = ([.. Events.Activated(), Waiting],
            space => AnswerInvitation.Decide(space, new(Samples.Invitation.Id, true), Acts.By(new Caller.Holder(People.CarerSpace))).Events),
        [typeof(WithdrawInvitation)] = ([.. Events.Activated(), Waiting], space => WithdrawInvitation.Decide(space, new(Samples.Invitation.Id), Acts.Holder()).Events),
        [typeof(ChangeDelegation)] = ([.. Events.Activated(), new SpaceEvent.DelegationGiven(Samples.Delegation)],
            space => ChangeDelegation.Decide(space, new(People.CarerSpace, Moments.Now.AddDays(9), CarerRights.Full), Acts.Holder()).Events),
        [typeof(ReviewDelegations)] = ([.. Events.Activated(), new SpaceEvent.DelegationGiven(Samples.Delegation with { Until = Moments.Now.AddDays(30) })],
            space => ReviewDelegations.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(ComeOfAge)] = ([.. Events.Activated(), Events.Parent], space => ComeOfAge.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(EndDelegation)] = ([.. Events.Activated(), new SpaceEvent.DelegationGiven(Samples.Delegation)],
            space => EndDelegation.Decide(space, new(People.CarerSpace), Acts.By(People.Carer())).Events),
        [typeof(ObjectToFeeding)] = (Events.Activated(),
            space => ObjectToFeeding.Decide(space, new(Subject, "Un proche y travaille"), Acts.Holder()).Events),
        [typeof(LiftFeedingObjection)] = ([.. Events.Activated(), new SpaceEvent.FeedingObjected(Samples.Objection)],
            space => LiftFeedingObjection.Decide(space, new(Samples.Objection.Subject), Acts.Holder()).Events),
        [typeof(CloseSpace)] = (Events.Activated(), space => CloseSpace.Decide(space, new(), Acts.Holder()).Events),
        [typeof(AskDeletion)] = ([.. Events.Activated(), Events.Closed()], space => AskDeletion.Decide(space, new(), Acts.Holder()).Events),
        [typeof(CancelDeletion)] = ([.. Events.Activated(), Events.Closed(), new SpaceEvent.DeletionAsked(Moments.Now)],
            space => CancelDeletion.Decide(space, new(), Acts.Holder()).Events),
        [typeof(ReopenSpace)] = ([.. Events.Activated(), Events.Closed(), new SpaceEvent.DeletionAsked(Moments.Now)],
            space => ReopenSpace.Decide(space, new(), Acts.Holder()).Events),
        [typeof(SuspendSpace)] = (Events.Activated(), space => SuspendSpace.Decide(space, new(SuspensionGround.Fraud), Acts.By(People.Platform())).Events),
        [typeof(ObjectToSuspension)] = ([.. Events.Activated(), Events.Suspended()], space => ObjectToSuspension.Decide(space, new(), Acts.Holder()).Events),
        [typeof(LiftSuspension)] = ([.. Events.Activated(), Events.Suspended()], space => LiftSuspension.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(EndSuspension)] = ([.. Events.Activated(), Events.Suspended(Moments.Now - SpaceEnding.SuspensionWindow)],
            space => EndSuspension.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(TellOpening)] = ([], space => TellOpening.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(EraseSpace)] = ([.. Events.Activated(), Events.Closed(Moments.Now.AddYears(-11))],
            space => EraseSpace.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(CertifyErasure)] = ([.. Events.Activated(), Events.Erased], space => CertifyErasure.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(EndHistory)] = ([.. Events.Activated(), Events.Erased, new SpaceEvent.ErasureCertified(Moments.Now)],
            space => EndHistory.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(RecordDeath)] = (Events.Activated(), space => RecordDeath.Decide(space, new(), Acts.By(People.Platform())).Events),
        [typeof(DepositDocument)] = ([.. Events.Activated(PrivacyChoices.Unexpressed with { HideNewDocuments = true }), Events.Deposited(Papers.Sheet())],
            space => DepositDocument.Decide(
                space, new(People.Sheet, Papers.Draft("1.2.4", replaces: "1.2.3"), Papers.Content()), Acts.By(People.Laboratory()), Papers.Types, Papers.Matrix).Events),
        [typeof(NameDouble)] = (Events.Activated(), space => NameDouble.Decide(space, new(People.Sheet, People.OtherSpace), Acts.By(People.Platform())).Events),
        [typeof(CloseAsDouble)] = (Events.Activated(), space => CloseAsDouble.Decide(space, new(People.OtherSpace), Acts.By(People.Platform())).Events),
        [typeof(EraseDouble)] = ([.. Events.Activated(), new SpaceEvent.ClosedAsDouble(People.OtherSpace, Moments.Now)],
            space => EraseDouble.Decide(space, new(People.OtherSpace, ErasureGround.Deletion), Acts.By(People.Platform())).Events),
        [typeof(TakeInDocument)] = ([.. Events.Activated(), new SpaceEvent.DoubleNamed(People.OtherSpace, Moments.Now)],
            space => TakeInDocument.Decide(space, new(People.OtherSpace, Papers.Sheet(), Papers.Content()), Acts.By(People.Platform())).Events),
        [typeof(TakeInDouble)] = ([.. Events.Activated(), new SpaceEvent.DoubleNamed(People.OtherSpace, Moments.Now)],
            space => TakeInDouble.Decide(space, new(People.OtherSpace, Samples.SpaceSnapshot), Acts.By(People.Platform())).Events),
        [typeof(ImportDocument)] = (Events.Activated(), space => ImportDocument.Decide(
            space, new(People.Sheet, Papers.Draft("1.2.4"), Papers.Content(), new(null, People.Clinic, "Clinique", false), Moments.Informed), Acts.By(People.Platform()),
            Papers.Types).Events),
        [typeof(SubmitDocuments)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => SubmitDocuments.Decide(
                space,
                new(People.Sheet, Papers.Submission(), [new(Papers.Draft("1.2.4", replaces: "1.2.3"), Papers.Content(), null, "document")], [new("1.2.3", null, "patch")], "set"),
                Acts.By(People.Laboratory()), Papers.Types, Papers.Matrix).Events),
        [typeof(HideDocument)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => HideDocument.Decide(space, new(Papers.Sheet().LogicalId, true, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Events),
        [typeof(OpenDocument)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => OpenDocument.Decide(space, new(Papers.Sheet().LogicalId, true, Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(ListDocuments)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => ListDocuments.Decide(space, new(ResourceQuery.Where(), Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(ListSubmissions)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => ListSubmissions.Decide(space, new(ResourceQuery.Where(), Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(ReadDocumentHistory)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => ReadDocumentHistory.Decide(space, new(Papers.Sheet().LogicalId, Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(WithholdDocument)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => WithholdDocument.Decide(
                space, new(Papers.Sheet().LogicalId, Labels.WithheldFromHolder, true, Declaring), Acts.By(People.Laboratory()), Papers.Matrix).Events),
        [typeof(ArchiveDocument)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => ArchiveDocument.Decide(space, new(Papers.Sheet().LogicalId, true, Declaring), Acts.Holder(), Papers.Matrix).Events),
        [typeof(DeleteDocument)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => DeleteDocument.Decide(space, new(Papers.Sheet().LogicalId, Declaring), Acts.By(People.Laboratory()), Papers.Matrix).Events),
        [typeof(PatchDocument)] = ([.. Events.Activated(), Events.Deposited(Papers.Sheet())],
            space => PatchDocument.Decide(
                space, new(null, Papers.Sheet().Draft.UniqueId, [new MetadataEdit.SetArchived(true)], null, Declaring), Acts.Holder(), Papers.Matrix).Events),
        [typeof(CarryOut)] = ([.. Events.Activated(), Weights.Recorded(Weights.Weight(1, by: People.Professional())), Weights.Recorded(Weights.Weight(2, by: People.Professional()))],
            space => CarryOut.Decide(
                space,
                Weights.Write(
                [
                    new ResourceWrite.Record(Weights.Draft(61), "made"),
                    new ResourceWrite.Record(Weights.Draft(62), "found", [Weights.Where("value-quantity", new Sought.Quantity(Prefix.Equal, 62))]),
                    new ResourceWrite.Revise(Weights.Draft(63), "revised", Weights.Id(1), IfVersion: 1),
                    new ResourceWrite.Remove(Weights.Type, "removed", Weights.Id(2), 1),
                ]),
                Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(ReadResource)] = ([.. Events.Activated(), Weights.Recorded(Weights.Weight())],
            space => ReadResource.Decide(space, new(Weights.Type, Weights.Id(1), Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(ReadResourceHistory)] = ([.. Events.Activated(), Weights.Recorded(Weights.Weight())],
            space => ReadResourceHistory.Decide(space, new(Weights.Type, Weights.Id(1), Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(SearchResources)] = ([.. Events.Activated(), Weights.Recorded(Weights.Weight())],
            space => SearchResources.Decide(space, new(Weights.Type, ResourceQuery.Where(), Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(ReadSpace)] = ([.. Events.Activated(), Weights.Recorded(Weights.Weight())],
            space => ReadSpace.Decide(space, new([], Declaring), Acts.By(People.Professional()), Papers.Matrix).Events),
        [typeof(RequestExport)] = (Events.Activated(), space => RequestExport.Decide(space, new(), Acts.Holder(), Papers.Matrix).Events),
        [typeof(FinishExport)] = ([.. Events.Activated(), Events.ExportRequested()],
            space => FinishExport.Decide(space, new(Events.ExportRequested().Export.Id, Papers.Content()), Acts.By(People.Platform())).Events),
        [typeof(DownloadExport)] = ([.. Events.Activated(), Events.ExportRequested(), Events.ExportReady()],
            space => DownloadExport.Decide(space, new(Events.ExportRequested().Export.Id), Acts.Holder(), Papers.Matrix).Events),
        [typeof(RemoveExport)] = ([.. Events.Activated(), Events.ExportRequested()],
            space => RemoveExport.Decide(space, new(Events.ExportRequested().Export.Id), Acts.By(People.Platform(), Moments.Now.AddDays(2))).Events),
        [typeof(ProveHistory)] = (Events.Activated(), space => ProveHistory.Decide(space, new(), Acts.Holder(), Papers.Matrix).Events),
        [typeof(ActFor)] = (Events.Activated(), space => ActFor.Decide(space, new(ProxyMatter.Record), Acts.By(new Caller.Holder(People.OtherSpace)), Papers.Matrix).Events),
        [typeof(NoteOwnAct)] = (Events.Activated(), space => NoteOwnAct.Decide(space, new(TraceAction.SignedIn), Acts.Holder(), Papers.Matrix).Events),
        [typeof(ReadHistory)] = (Events.Activated(), space => ReadHistory.Decide(space, new(), Acts.Holder(), Papers.Matrix).Events),
    };

    private static readonly Dictionary<Type, (GuardEvent[] Given, Func<LoginGuard, IReadOnlyList<GuardEvent>> Send)> OfGuards = new()
    {
        [typeof(IssueCode)] = ([], guard => IssueCode.Decide(guard, new(Logins.Person, Logins.Secret), Moments.Now).Events),
        [typeof(AskForCode)] = ([], guard => AskForCode.Decide(guard, new(Logins.Person, Logins.Secret, Reachable: true), Moments.Now).Events),
        [typeof(SpendCode)] = ([Logins.Issued], guard => SpendCode.Decide(guard, new(Logins.Person), Moments.Now).Events),
        [typeof(RegisterLogin)] = ([], guard => RegisterLogin.Decide(guard, new(Logins.Login, People.Space)).Events),
    };

    private static readonly Dictionary<Type, (AccountEvent[] Given, Func<Account, IReadOnlyList<AccountEvent>> Send)> OfAccounts = new()
    {
        [typeof(OpenAccount)] = ([], account => OpenAccount.Decide(account, new(Logins.Login, OpenAccounts.Hash, "alix@example.test"), Acts.Holder()).Events),
        [typeof(StartSignIn)] = ([OpenAccounts.Created], account => StartSignIn.Decide(account, OpenAccounts.Start(), Acts.By(People.Platform())).Events),
        [typeof(CompleteSignIn)] = ([OpenAccounts.Created, OpenAccounts.Sent("a1")],
            account => CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform())).Events),
        [typeof(BeginSession)] = ([OpenAccounts.Created],
            account => BeginSession.Decide(account, new(OpenAccounts.Session, Factor.Federation), Acts.By(People.Platform())).Events),
        [typeof(AskForProofCode)] = ([OpenAccounts.Created],
            account => AskForProofCode.Decide(account, new("p1", Logins.Right, ContactKind.Email), Acts.Holder()).Events),
        [typeof(Prove)] = ([OpenAccounts.Created, SignedIn],
            account => Prove.Decide(account, new(OpenAccounts.Session.Id, new Evidence.Password(OpenAccounts.Hash, true), "key-2"), Acts.Holder()).Events),
        [typeof(EndSession)] = ([OpenAccounts.Created, SignedIn], account => EndSession.Decide(account, new(OpenAccounts.Session.Id), Acts.Holder()).Events),
        [typeof(AskForSignInCode)] = ([OpenAccounts.Created, OpenAccounts.Sent("a1")],
            account => AskForSignInCode.Decide(account, new("a1", Logins.Wrong, ContactKind.Email), Acts.By(People.Platform())).Events),
        [typeof(ChangePassword)] = ([OpenAccounts.Created, SignedIn], account => ChangePassword.Decide(account, new("hash-2", OpenAccounts.Session.Id), Acts.Holder()).Events),
        [typeof(ChangeContact)] = ([OpenAccounts.Created],
            account => ChangeContact.Decide(account, new(ContactKind.Phone, OpenAccounts.Phone.Value, "c1", Logins.Right), Acts.Holder()).Events),
        [typeof(VerifyContact)] = ([OpenAccounts.Created, OpenAccounts.Asked],
            account => VerifyContact.Decide(account, new(new("c1", Logins.Right), OpenAccounts.Session.Id), Acts.Holder()).Events),
        [typeof(OfferAuthenticator)] = ([OpenAccounts.Created], account => OfferAuthenticator.Decide(account, new(OpenAccounts.Secret), Acts.Holder()).Events),
        [typeof(ConfirmAuthenticator)] = ([OpenAccounts.Created, new AccountEvent.AuthenticatorOffered(OpenAccounts.Secret, Moments.Now)],
            account => ConfirmAuthenticator.Decide(account, new(OpenAccounts.Shown(Moments.Now)), Acts.Holder()).Events),
        [typeof(RemoveAuthenticator)] = ([OpenAccounts.Created, new AccountEvent.AuthenticatorOffered(OpenAccounts.Secret, Moments.Now)],
            account => RemoveAuthenticator.Decide(account, new(), Acts.Holder()).Events),
        [typeof(AddPasskey)] = ([OpenAccounts.Created], account => AddPasskey.Decide(account, new(OpenAccounts.Passkey), Acts.Holder()).Events),
        [typeof(RemovePasskey)] = ([OpenAccounts.Created, new AccountEvent.PasskeyAdded(OpenAccounts.Passkey)],
            account => RemovePasskey.Decide(account, new(OpenAccounts.Passkey.Id), Acts.Holder()).Events),
        [typeof(IssueRecoveryCodes)] = ([OpenAccounts.Created], account => IssueRecoveryCodes.Decide(account, new([Logins.Right]), Acts.Holder()).Events),
        [typeof(AskForRecoveryCode)] = ([OpenAccounts.Created],
            account => AskForRecoveryCode.Decide(account, new("r1", Logins.Right, ContactKind.Email), Acts.By(People.Platform())).Events),
        [typeof(Recover)] = ([OpenAccounts.Created, OpenAccounts.Sent("r1", ChallengePurpose.Recovery)],
            account => Recover.Decide(account, new(new("r1", Logins.Right), "hash-2"), Acts.By(People.Platform())).Events),
        [typeof(LinkFederation)] = ([OpenAccounts.Created], account => LinkFederation.Decide(account, new(Logins.Person), Acts.Holder()).Events),
        [typeof(UnlinkFederation)] = ([OpenAccounts.Created, new AccountEvent.FederationLinked(Logins.Person, Moments.Now)],
            account => UnlinkFederation.Decide(account, new(), Acts.Holder()).Events),
        [typeof(SignOutEverywhere)] = ([OpenAccounts.Created, SignedIn], account => SignOutEverywhere.Decide(account, new(), Acts.Holder()).Events),
    };

    private static AccountEvent SignedIn => new AccountEvent.SessionBegan(OpenAccounts.Session, Factor.OneTimeCode);

    private static readonly Dictionary<Type, Func<NoticeBook, IReadOnlyList<NotificationEvent>>> OfNotices = new()
    {
        [typeof(MarkNoticesRead)] = book => MarkNoticesRead.Decide(book, new(1), Acts.Holder()).Events,
        [typeof(MuteNotices)] = book => MuteNotices.Decide(book, new([NoticeKind.DocumentAdded]), Acts.Holder()).Events,
        [typeof(KnowAddress)] = book => KnowAddress.Decide(book, new("alix@example.test"), Acts.Holder()).Events,
    };

    private static readonly Dictionary<Type, Func<PatientNoticeBook, IReadOnlyList<PatientNoticeEvent>>> OfPatientNotices = new()
    {
        [typeof(MarkPatientNoticesRead)] = book => MarkPatientNoticesRead.Decide(book, new(1), Acts.By(People.Professional())).Events,
    };

    private static ReportEvent Made => Samples.ReportEvents[0];

    private static ReportEvent Taken => new ReportEvent.TakenInHand(Samples.Report.Id, People.Staff().Id.Value, Moments.Now);

    private static readonly SupportTeam Support = new(People.Clinic);

    private static readonly Dictionary<Type, (ReportEvent[] Given, Func<ReportBook, IReadOnlyList<ReportEvent>> Send)> OfReports = new()
    {
        [typeof(MakeReport)] = ([], book => MakeReport.Decide(book, new(ReportSubject.Service, "Appli", "Elle demande trop.", null), Acts.Holder()).Events),
        [typeof(TakeReport)] = ([Made], book => TakeReport.Decide(book, new(Samples.Report.Id), Acts.By(People.Staff()), Support).Events),
        [typeof(AnswerReport)] = ([Made, Taken], book => AnswerReport.Decide(book, new(Samples.Report.Id, "Vu."), Acts.By(People.Staff()), Support).Events),
        [typeof(CloseReport)] = ([Made, Taken], book => CloseReport.Decide(book, new(Samples.Report.Id), Acts.By(People.Staff()), Support).Events),
    };

    public static TheoryData<string> SpaceCommands => [.. OfSpaces.Keys.Select(type => type.Name)];

    public static TheoryData<string> GuardCommands => [.. OfGuards.Keys.Select(type => type.Name)];

    public static TheoryData<string> AccountCommands => [.. OfAccounts.Keys.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(SpaceCommands))]
    public void The_second_time_nothing_happens_in_the_space(string command)
    {
        var (given, send) = OfSpaces.Single(known => known.Key.Name == command).Value;
        var space = Given(given);
        var first = send(space);
        Assert.NotEmpty(first);
        space.Take(first);
        var before = space.Snapshot();
        var second = send(space);
        Assert.Equal(first.OfType<SpaceEvent.Accessed>().Count(), second.Count);
        Assert.All(second, happened => Assert.IsType<SpaceEvent.Accessed>(happened));
        space.Take(second);
        Assert.Equal(before, space.Snapshot());
    }

    [Theory]
    [MemberData(nameof(GuardCommands))]
    public void The_second_time_nothing_happens_in_the_guard(string command)
    {
        var (given, send) = OfGuards.Single(known => known.Key.Name == command).Value;
        var guard = Given(given);
        var first = send(guard);
        Assert.NotEmpty(first);
        guard.Take(first);
        Assert.Empty(send(guard));
    }

    [Theory]
    [MemberData(nameof(AccountCommands))]
    public void The_second_time_nothing_happens_to_the_account(string command)
    {
        var (given, send) = OfAccounts.Single(known => known.Key.Name == command).Value;
        var account = new Account(People.Space).Take(given);
        var first = send(account);
        Assert.NotEmpty(first);
        Assert.Empty(send(account.Take(first)));
    }

    [Fact]
    public void The_second_time_nothing_happens_in_the_book_of_notices() => Assert.All(OfNotices.Values, send =>
    {
        var book = new NoticeBook(People.Space);
        book.Apply(new NotificationEvent.Notified(Samples.Notice));
        book.Apply(Assert.Single(send(book)));
        Assert.Empty(send(book));
    });

    [Fact]
    public void The_second_time_nothing_happens_in_the_book_of_notices_of_patients() => Assert.All(OfPatientNotices.Values, send =>
    {
        var book = new PatientNoticeBook();
        book.Apply(Samples.PatientNoticeEvents[0]);
        book.Apply(Assert.Single(send(book)));
        Assert.Empty(send(book));
    });

    [Fact]
    public void The_second_time_nothing_happens_to_a_report() => Assert.All(OfReports.Values, kept =>
    {
        var book = new ReportBook(People.Space);
        Array.ForEach(kept.Given, book.Apply);
        book.Apply(Assert.Single(kept.Send(book)));
        Assert.Empty(kept.Send(book));
    });

    [Fact]
    public void The_second_time_nobody_is_enrolled()
    {
        var command = new EnrolPerson(Logins.Person, People.Space, People.Sheet);
        var bucket = new IdentityBucket();
        bucket.Apply(Assert.Single(EnrolPerson.Decide(bucket, command).Events));
        Assert.Empty(EnrolPerson.Decide(bucket, command).Events);
    }

    [Fact]
    public void Listing_a_dependant_twice_lists_them_once()
    {
        var command = new ListDependant(Logins.Person, Logins.Login);
        var bucket = new IdentityBucket();
        bucket.Apply(Assert.Single(ListDependant.Decide(bucket, command).Events));
        Assert.Empty(ListDependant.Decide(bucket, command).Events);
    }

    [Fact]
    public void Informing_a_person_twice_informs_them_once()
    {
        var bucket = new IdentityBucket();
        bucket.Apply(new BucketEvent.Enrolled(Logins.Person, People.Space, People.Sheet with { InformedAt = null }));
        bucket.Apply(Assert.Single(InformPerson.Decide(bucket, new(Logins.Person, Moments.Informed)).Events));
        Assert.Empty(InformPerson.Decide(bucket, new(Logins.Person, Moments.Now)).Events);
    }

    [Fact]
    public void Changing_a_space_twice_changes_it_once()
    {
        var bucket = new IdentityBucket();
        bucket.Apply(new BucketEvent.Enrolled(Logins.Person, People.Space, People.Sheet));
        bucket.Apply(Assert.Single(ChangeSpace.Decide(bucket, new(Logins.Person, People.OtherSpace)).Events));
        Assert.Empty(ChangeSpace.Decide(bucket, new(Logins.Person, People.OtherSpace)).Events);
    }

    [Fact]
    public void Replacing_a_number_twice_replaces_it_once()
    {
        var command = new ReplaceNumber(Logins.Person, Logins.Login);
        var bucket = new IdentityBucket();
        bucket.Apply(Assert.Single(ReplaceNumber.Decide(bucket, command).Events));
        Assert.Empty(ReplaceNumber.Decide(bucket, command).Events);
    }

    [Fact]
    public void The_right_code_entered_twice_opens_twice_and_changes_nothing() =>
        Assert.Empty(TryCode.Decide(Given(Logins.Issued), new(Logins.Person, Logins.Right), Moments.Now).Events);

    [Fact]
    public void Every_command_is_sent_twice_here()
    {
        var commands = typeof(Act).Assembly.GetExportedTypes().Where(type => type.GetMethod("Decide") is { IsStatic: true });
        Assert.Equal(
            commands.Select(type => type.Name).Order(),
            OfSpaces.Keys.Concat(OfGuards.Keys).Concat(OfNotices.Keys).Concat(OfPatientNotices.Keys).Concat(OfReports.Keys).Concat(OfAccounts.Keys)
                .Append(typeof(EnrolPerson)).Append(typeof(ListDependant)).Append(typeof(ReplaceNumber)).Append(typeof(InformPerson)).Append(typeof(ChangeSpace)).Append(typeof(KeepAgenda)).Append(typeof(TryCode))
                .Select(type => type.Name).Order());
    }
}
