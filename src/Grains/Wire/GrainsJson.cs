using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
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
using MonEspaceSante.Grains.Accounts;
using MonEspaceSante.Grains.Alerts;
using MonEspaceSante.Grains.Exports;
using MonEspaceSante.Grains.Federation;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Relatives;
using MonEspaceSante.Grains.Reports;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Grains.Wire;

/// <summary>The JSON of everything that crosses a grain call: the same encoding as the journal's.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(Outcome<Done>))]
[JsonSerializable(typeof(HolderSheet))]
[JsonSerializable(typeof(Existence))]
[JsonSerializable(typeof(ActivateSpace))]
[JsonSerializable(typeof(Domain.Spaces.Oppose), TypeInfoPropertyName = "OpposeCommand")]
[JsonSerializable(typeof(LiftOpposition))]
[JsonSerializable(typeof(CloseSpace))]
[JsonSerializable(typeof(Domain.Spaces.AskDeletion), TypeInfoPropertyName = "AskDeletionCommand")]
[JsonSerializable(typeof(Domain.Spaces.CancelDeletion), TypeInfoPropertyName = "CancelDeletionCommand")]
[JsonSerializable(typeof(ReopenSpace))]
[JsonSerializable(typeof(SuspendSpace))]
[JsonSerializable(typeof(Domain.Spaces.ObjectToSuspension), TypeInfoPropertyName = "ObjectToSuspensionCommand")]
[JsonSerializable(typeof(Domain.Spaces.LiftSuspension), TypeInfoPropertyName = "LiftSuspensionCommand")]
[JsonSerializable(typeof(Domain.Spaces.RecordDeath), TypeInfoPropertyName = "RecordDeathCommand")]
[JsonSerializable(typeof(SpaceLife))]
[JsonSerializable(typeof(Outcome<SpaceLife>))]
[JsonSerializable(typeof(LifeReceipt))]
[JsonSerializable(typeof(DepositDocument))]
[JsonSerializable(typeof(Outcome<DepositReceipt>))]
[JsonSerializable(typeof(SubmitDocuments))]
[JsonSerializable(typeof(SubmittedDocument))]
[JsonSerializable(typeof(NamedDocument))]
[JsonSerializable(typeof(Outcome<SubmissionReceipt>))]
[JsonSerializable(typeof(StoredVersion))]
[JsonSerializable(typeof(ListDocuments))]
[JsonSerializable(typeof(Outcome<DocumentList>))]
[JsonSerializable(typeof(OpenDocument))]
[JsonSerializable(typeof(Outcome<OpenedDocument>))]
[JsonSerializable(typeof(Domain.Resources.CarryOut), TypeInfoPropertyName = "CarryOutCommand")]
[JsonSerializable(typeof(Outcome<ResourceReceipts>))]
[JsonSerializable(typeof(ReadResource))]
[JsonSerializable(typeof(Outcome<KeptResource>))]
[JsonSerializable(typeof(ReadResourceHistory))]
[JsonSerializable(typeof(Outcome<ResourceHistory>))]
[JsonSerializable(typeof(SearchResources))]
[JsonSerializable(typeof(Outcome<FoundResources>))]
[JsonSerializable(typeof(ReadSpace))]
[JsonSerializable(typeof(Outcome<SpaceContent>))]
[JsonSerializable(typeof(ListSubmissions))]
[JsonSerializable(typeof(Outcome<Page<Submission>>))]
[JsonSerializable(typeof(Submission))]
[JsonSerializable(typeof(ReadDocumentHistory))]
[JsonSerializable(typeof(Outcome<DocumentHistory>))]
[JsonSerializable(typeof(HideDocument))]
[JsonSerializable(typeof(WithholdDocument))]
[JsonSerializable(typeof(ArchiveDocument))]
[JsonSerializable(typeof(DeleteDocument))]
[JsonSerializable(typeof(PatchDocument))]
[JsonSerializable(typeof(MetadataEdit))]
[JsonSerializable(typeof(Outcome<DocumentSheet>))]
[JsonSerializable(typeof(BlockProfessional))]
[JsonSerializable(typeof(Outcome<Block>))]
[JsonSerializable(typeof(LiftBlock))]
[JsonSerializable(typeof(Authorise))]
[JsonSerializable(typeof(Outcome<Authorisation>))]
[JsonSerializable(typeof(WithdrawAuthorisation))]
[JsonSerializable(typeof(MakeChoices))]
[JsonSerializable(typeof(Appoint))]
[JsonSerializable(typeof(Outcome<Appointment>))]
[JsonSerializable(typeof(EndAppointment))]
[JsonSerializable(typeof(ObjectToFeeding))]
[JsonSerializable(typeof(Outcome<FeedingObjection>))]
[JsonSerializable(typeof(LiftFeedingObjection))]
[JsonSerializable(typeof(CollectConsent))]
[JsonSerializable(typeof(Outcome<PrivacySheet>))]
[JsonSerializable(typeof(SimulateAccess))]
[JsonSerializable(typeof(Outcome<SimulatedAccess>))]
[JsonSerializable(typeof(SimulatedSight))]
[JsonSerializable(typeof(ReadHistory))]
[JsonSerializable(typeof(ProveHistory))]
[JsonSerializable(typeof(Outcome<History>))]
[JsonSerializable(typeof(Outcome<HistoryGrant>))]
[JsonSerializable(typeof(Outcome<HistoryHead>))]
[JsonSerializable(typeof(NoticeList))]
[JsonSerializable(typeof(Outcome<NoticeList>))]
[JsonSerializable(typeof(NewNotices))]
[JsonSerializable(typeof(Outcome<NewNotices>))]
[JsonSerializable(typeof(MarkNoticesRead))]
[JsonSerializable(typeof(MuteNotices))]
[JsonSerializable(typeof(KnowAddress))]
[JsonSerializable(typeof(MarkPatientNoticesRead))]
[JsonSerializable(typeof(PatientNoticeList))]
[JsonSerializable(typeof(Outcome<PatientNoticeList>))]
[JsonSerializable(typeof(MakeReport))]
[JsonSerializable(typeof(TakeReport))]
[JsonSerializable(typeof(AnswerReport))]
[JsonSerializable(typeof(CloseReport))]
[JsonSerializable(typeof(Outcome<Report>))]
[JsonSerializable(typeof(ReportList))]
[JsonSerializable(typeof(Outcome<ReportList>))]
[JsonSerializable(typeof(WorklistLines))]
[JsonSerializable(typeof(Outcome<WorklistLines>))]
[JsonSerializable(typeof(BlindKey))]
[JsonSerializable(typeof(SpaceId))]
[JsonSerializable(typeof(KeepAgenda))]
[JsonSerializable(typeof(SearchAgenda))]
[JsonSerializable(typeof(ReadAgenda))]
[JsonSerializable(typeof(ReadAgendaHistory))]
[JsonSerializable(typeof(EnrolPerson))]
[JsonSerializable(typeof(EnrolledPerson))]
[JsonSerializable(typeof(Outcome<EnrolledPerson>))]
[JsonSerializable(typeof(BucketEvent[]))]
[JsonSerializable(typeof(ChangeSpace))]
[JsonSerializable(typeof(Outcome<SpaceUse>))]
[JsonSerializable(typeof(NameDouble))]
[JsonSerializable(typeof(CloseAsDouble))]
[JsonSerializable(typeof(EraseDouble))]
[JsonSerializable(typeof(Outcome<HandedOver>))]
[JsonSerializable(typeof(ListDependant))]
[JsonSerializable(typeof(Outcome<CardHolder>))]
[JsonSerializable(typeof(ReplaceNumber))]
[JsonSerializable(typeof(Outcome<FormerSpace>))]
[JsonSerializable(typeof(BlindKey?), TypeInfoPropertyName = "NullableBlindKey")]
[JsonSerializable(typeof(ValueList<BlindKey>))]
[JsonSerializable(typeof(Outcome<ValueList<BlindKey>>))]
[JsonSerializable(typeof(IssueCode))]
[JsonSerializable(typeof(CounterHelp))]
[JsonSerializable(typeof(RecordAssistance))]
[JsonSerializable(typeof(AskForCode))]
[JsonSerializable(typeof(Outcome<CodeSending>))]
[JsonSerializable(typeof(TryCode))]
[JsonSerializable(typeof(SpendCode))]
[JsonSerializable(typeof(RegisterLogin))]
[JsonSerializable(typeof(Outcome<ActivationAttempt>))]
[JsonSerializable(typeof(QuotaEvent[]))]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(SecurityAlert))]
[JsonSerializable(typeof(AlertList))]
[JsonSerializable(typeof(Outcome<AlertList>))]
[JsonSerializable(typeof(DueItem))]
[JsonSerializable(typeof(ActFor))]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(Outcome<Caller>))]
[JsonSerializable(typeof(Outcome<HolderSheet>))]
[JsonSerializable(typeof(ValueList<DateTimeOffset>))]
[JsonSerializable(typeof(PressureEvent[]))]
[JsonSerializable(typeof(LinkFederation), TypeInfoPropertyName = "LinkFederationCommand")]
[JsonSerializable(typeof(UnlinkFederation), TypeInfoPropertyName = "UnlinkFederationCommand")]
[JsonSerializable(typeof(Outcome<AwaitedAnswer>))]
[JsonSerializable(typeof(OfferedExercises))]
[JsonSerializable(typeof(Caller.Professional), TypeInfoPropertyName = "ProfessionalCaller")]
[JsonSerializable(typeof(Outcome<Caller.Professional>), TypeInfoPropertyName = "OutcomeOfProfessionalCaller")]
[JsonSerializable(typeof(BoundToken))]
[JsonSerializable(typeof(Outcome<BoundToken>))]
[JsonSerializable(typeof(KnownLogin))]
[JsonSerializable(typeof(SessionSheet))]
[JsonSerializable(typeof(Outcome<SessionSheet>))]
[JsonSerializable(typeof(OpenAccount))]
[JsonSerializable(typeof(StartSignIn))]
[JsonSerializable(typeof(Outcome<SecondStep>))]
[JsonSerializable(typeof(CompleteSignIn))]
[JsonSerializable(typeof(BeginSession))]
[JsonSerializable(typeof(AskForProofCode))]
[JsonSerializable(typeof(Outcome<Contact>))]
[JsonSerializable(typeof(Prove))]
[JsonSerializable(typeof(EndSession))]
[JsonSerializable(typeof(SignOutEverywhere))]
[JsonSerializable(typeof(Outcome<SessionList>))]
[JsonSerializable(typeof(Outcome<ProxySheet>))]
[JsonSerializable(typeof(Outcome<ProxyStanding>))]
[JsonSerializable(typeof(InviteCarer))]
[JsonSerializable(typeof(InviteRepresentative))]
[JsonSerializable(typeof(Outcome<Invitation>))]
[JsonSerializable(typeof(AnswerInvitation))]
[JsonSerializable(typeof(WithdrawInvitation))]
[JsonSerializable(typeof(ChangeDelegation))]
[JsonSerializable(typeof(Outcome<Delegation>))]
[JsonSerializable(typeof(EndDelegation))]
[JsonSerializable(typeof(NameRepresentative))]
[JsonSerializable(typeof(RepresentChild))]
[JsonSerializable(typeof(Outcome<Representation>))]
[JsonSerializable(typeof(EndRepresentation))]
[JsonSerializable(typeof(Outcome<RelativeList>))]
[JsonSerializable(typeof(StandingInvitation))]
[JsonSerializable(typeof(ProxyStanding))]
[JsonSerializable(typeof(ChildProfile))]
[JsonSerializable(typeof(RequestExport))]
[JsonSerializable(typeof(DownloadExport))]
[JsonSerializable(typeof(FinishExport))]
[JsonSerializable(typeof(Outcome<Export>))]
[JsonSerializable(typeof(ToldExports))]
[JsonSerializable(typeof(AskForSignInCode))]
[JsonSerializable(typeof(Outcome<AccountSheet>))]
[JsonSerializable(typeof(PasskeyList))]
[JsonSerializable(typeof(ChangePassword))]
[JsonSerializable(typeof(ChangeContact))]
[JsonSerializable(typeof(VerifyContact))]
[JsonSerializable(typeof(Outcome<ChangedContact>))]
[JsonSerializable(typeof(OfferAuthenticator))]
[JsonSerializable(typeof(ConfirmAuthenticator))]
[JsonSerializable(typeof(AddPasskey))]
[JsonSerializable(typeof(RemovePasskey))]
[JsonSerializable(typeof(IssueRecoveryCodes))]
[JsonSerializable(typeof(AskForRecoveryCode))]
[JsonSerializable(typeof(Recover))]
[JsonSerializable(typeof(Ceremony))]
[JsonSerializable(typeof(NoteOwnAct))]
[JsonSerializable(typeof(Factor))]

// What value lists hold is invisible to the generator: their converter asks for it.
[JsonSerializable(typeof(Author))]
[JsonSerializable(typeof(ToldExport))]
[JsonSerializable(typeof(ResourceWrite))]
[JsonSerializable(typeof(ResourceReceipt))]
[JsonSerializable(typeof(KeptResource))]
[JsonSerializable(typeof(IndexedValue))]
[JsonSerializable(typeof(Clause))]
[JsonSerializable(typeof(Sought))]
[JsonSerializable(typeof(Sought.Token), TypeInfoPropertyName = "SoughtToken")]
[JsonSerializable(typeof(Sought.Text), TypeInfoPropertyName = "SoughtText")]
[JsonSerializable(typeof(Sought.Moment), TypeInfoPropertyName = "SoughtMoment")]
[JsonSerializable(typeof(Sought.Quantity), TypeInfoPropertyName = "SoughtQuantity")]
[JsonSerializable(typeof(Sought.Link), TypeInfoPropertyName = "SoughtLink")]
[JsonSerializable(typeof(Sought.Uri), TypeInfoPropertyName = "SoughtUri")]
[JsonSerializable(typeof(SortKey))]
[JsonSerializable(typeof(Inclusion))]
[JsonSerializable(typeof(AccessTrace))]
[JsonSerializable(typeof(Authorisation))]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(FeedingObjection))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(ToldNotice))]
[JsonSerializable(typeof(PatientNotice))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(ReportedAccess))]
[JsonSerializable(typeof(WorklistLine))]
[JsonSerializable(typeof(DocumentStatus))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(CodedValue))]
[JsonSerializable(typeof(OtherId))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Passkey))]
public sealed partial class GrainsJson : JsonSerializerContext
{
    private static readonly Lazy<JsonSerializerOptions> LazyWire = new(() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(Default, DomainJson.Default),
    });

    /// <summary>Options for everything of ours: what crosses calls, and what the domain keeps.</summary>
    public static JsonSerializerOptions Wire => LazyWire.Value;

    /// <summary>Whether <paramref name="type"/> is one of ours, hence encoded as JSON on every engine.</summary>
    public static bool Encodes(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Namespace?.StartsWith("MonEspaceSante.", StringComparison.Ordinal) == true
            && !typeof(Exception).IsAssignableFrom(type) && !typeof(Orleans.Runtime.IAddressable).IsAssignableFrom(type);
    }
}
