using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Doubles;
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

namespace MonEspaceSante.Domain;

/// <summary>The JSON of what the domain keeps: bodies of journal entries and snapshots. The same encoding crosses grain calls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(SpaceEvent))]
[JsonSerializable(typeof(SpaceSnapshot))]
[JsonSerializable(typeof(AgendaEvent))]
[JsonSerializable(typeof(AgendaSnapshot))]
[JsonSerializable(typeof(BucketEvent))]
[JsonSerializable(typeof(GuardEvent))]
[JsonSerializable(typeof(GuardSnapshot))]
[JsonSerializable(typeof(QuotaEvent))]
[JsonSerializable(typeof(AlertEvent))]
[JsonSerializable(typeof(TryEvent))]
[JsonSerializable(typeof(PressureEvent))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(NotificationEvent))]
[JsonSerializable(typeof(NoticeBookSnapshot))]
[JsonSerializable(typeof(PatientNoticeEvent))]
[JsonSerializable(typeof(PatientNoticeSnapshot))]
[JsonSerializable(typeof(ReportEvent))]
[JsonSerializable(typeof(ReportBookSnapshot))]
[JsonSerializable(typeof(WorklistEvent))]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(HolderSheet))]
[JsonSerializable(typeof(SecurityAlert))]
[JsonSerializable(typeof(AccountEvent))]
[JsonSerializable(typeof(Account))]
// What value lists hold: their converter asks for these by type, out of sight of the generator.
[JsonSerializable(typeof(NumberedNotice))]
[JsonSerializable(typeof(NoticeKind))]
[JsonSerializable(typeof(PatientNotice))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(ReportedAccess))]
[JsonSerializable(typeof(ReportEvent.Listed), TypeInfoPropertyName = "ListedReport")]
[JsonSerializable(typeof(WorklistLine))]
[JsonSerializable(typeof(Author))]
[JsonSerializable(typeof(DocumentSheet))]
[JsonSerializable(typeof(Authorisation))]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(Visitor))]
[JsonSerializable(typeof(Standing<DocumentSheet>))]
[JsonSerializable(typeof(Former<DocumentSheet>))]
[JsonSerializable(typeof(CodedValue))]
[JsonSerializable(typeof(OtherId))]
[JsonSerializable(typeof(IndexedValue))]
[JsonSerializable(typeof(TypeSnapshot))]
[JsonSerializable(typeof(RemovedResource))]
[JsonSerializable(typeof(Standing<KeptResource>))]
[JsonSerializable(typeof(Former<KeptResource>))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(Representation))]
[JsonSerializable(typeof(Delegation))]
[JsonSerializable(typeof(FeedingObjection))]
[JsonSerializable(typeof(RelativesEvent))]
[JsonSerializable(typeof(RelativesSnapshot))]
[JsonSerializable(typeof(SpaceId))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(Export))]
[JsonSerializable(typeof(KnownDouble))]
[JsonSerializable(typeof(GuardedCode))]
[JsonSerializable(typeof(GuardedLogin))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Challenge))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Passkey))]
public sealed partial class DomainJson : JsonSerializerContext;
