using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>What happens to a space. Names on disk outlive class names; fields are added, meanings never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(HolderRecorded), "holder-recorded")]
[JsonDerivedType(typeof(Activated), "activated")]
[JsonDerivedType(typeof(Opposed), "opposed")]
[JsonDerivedType(typeof(OppositionLifted), "opposition-lifted")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(HolderDied), "holder-died")]
[JsonDerivedType(typeof(ChoicesMade), "choices-made")]
[JsonDerivedType(typeof(DocumentDeposited), "document-deposited")]
[JsonDerivedType(typeof(DocumentSuperseded), "document-superseded")]
[JsonDerivedType(typeof(DocumentRelabelled), "document-relabelled")]
[JsonDerivedType(typeof(DocumentArchived), "document-archived")]
[JsonDerivedType(typeof(DocumentDeleted), "document-deleted")]
[JsonDerivedType(typeof(ResourceRecorded), "resource-recorded")]
[JsonDerivedType(typeof(ResourceRevised), "resource-revised")]
[JsonDerivedType(typeof(ResourceRemoved), "resource-removed")]
[JsonDerivedType(typeof(AuthorisationGranted), "authorisation-granted")]
[JsonDerivedType(typeof(AuthorisationWithdrawn), "authorisation-withdrawn")]
[JsonDerivedType(typeof(ProfessionalBlocked), "professional-blocked")]
[JsonDerivedType(typeof(BlockLifted), "block-lifted")]
[JsonDerivedType(typeof(Appointed), "appointed")]
[JsonDerivedType(typeof(AppointmentEnded), "appointment-ended")]
[JsonDerivedType(typeof(RepresentativeNamed), "representative-named")]
[JsonDerivedType(typeof(RepresentationEnded), "representation-ended")]
[JsonDerivedType(typeof(DelegationGiven), "delegation-given")]
[JsonDerivedType(typeof(DelegationEnded), "delegation-ended")]
[JsonDerivedType(typeof(FeedingObjected), "feeding-objected")]
[JsonDerivedType(typeof(FeedingObjectionLifted), "feeding-objection-lifted")]
[JsonDerivedType(typeof(Accessed), "accessed")]
[JsonDerivedType(typeof(OpeningTold), "opening-told")]
[JsonDerivedType(typeof(DeletionAsked), "deletion-asked")]
[JsonDerivedType(typeof(DeletionCancelled), "deletion-cancelled")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(SuspensionObjected), "suspension-objected")]
[JsonDerivedType(typeof(SuspensionLifted), "suspension-lifted")]
[JsonDerivedType(typeof(Erased), "erased")]
[JsonDerivedType(typeof(ErasureCertified), "erasure-certified")]
[JsonDerivedType(typeof(HistoryEnded), "history-ended")]
[JsonDerivedType(typeof(ProxyInvited), "proxy-invited")]
[JsonDerivedType(typeof(InvitationAnswered), "invitation-answered")]
[JsonDerivedType(typeof(InvitationWithdrawn), "invitation-withdrawn")]
[JsonDerivedType(typeof(RepresentationCertified), "representation-certified")]
[JsonDerivedType(typeof(DoubleNamed), "double-named")]
[JsonDerivedType(typeof(DoubleTakenIn), "double-taken-in")]
[JsonDerivedType(typeof(ClosedAsDouble), "closed-as-double")]
[JsonDerivedType(typeof(ExportRequested), "export-requested")]
[JsonDerivedType(typeof(ExportReady), "export-ready")]
[JsonDerivedType(typeof(ExportRemoved), "export-removed")]
public abstract record SpaceEvent
{
    private SpaceEvent()
    {
    }

    /// <summary>The traits of the holder became known, or changed at the insurer.</summary>
    public sealed record HolderRecorded(HolderSheet Holder) : SpaceEvent;

    /// <summary>The holder took their space into use.</summary>
    public sealed record Activated(DateTimeOffset At, PrivacyChoices Choices) : SpaceEvent;

    /// <summary>The person refused a space.</summary>
    public sealed record Opposed(DateTimeOffset At) : SpaceEvent;

    /// <summary>The person took the refusal back.</summary>
    public sealed record OppositionLifted(DateTimeOffset At) : SpaceEvent;

    /// <summary>The space was closed; what it holds is archived (R. 1111-36).</summary>
    public sealed record Closed(
        DateTimeOffset At, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ClosingMotive Motive = ClosingMotive.HolderRequest) : SpaceEvent;

    /// <summary>The holder died, which closes the space (L. 1111-13-1 IV).</summary>
    public sealed record HolderDied(DateTimeOffset At) : SpaceEvent;

    /// <summary>The holder changed what they choose for everyone.</summary>
    public sealed record ChoicesMade(DateTimeOffset At, PrivacyChoices Choices) : SpaceEvent;

    /// <summary>A document entered the record.</summary>
    public sealed record DocumentDeposited(DocumentSheet Sheet) : SpaceEvent;

    /// <summary>A document was replaced by another.</summary>
    public sealed record DocumentSuperseded(Guid LogicalId, Guid By, DateTimeOffset At) : SpaceEvent;

    /// <summary>The labels of a document changed; its sheet has a new technical identity.</summary>
    /// <param name="LogicalId">The document.</param>
    /// <param name="Id">The new technical identity.</param>
    /// <param name="Labels">The labels from now on.</param>
    /// <param name="At">When.</param>
    /// <param name="ByProfessional">
    /// Where the change hides the document from professionals: whether one of them wanted it, not the holder. <see langword="null"/> where it
    /// is hidden or shown as before.
    /// </param>
    public sealed record DocumentRelabelled(Guid LogicalId, Guid Id, Labels Labels, DateTimeOffset At, bool? ByProfessional = null) : SpaceEvent;

    /// <summary>A document was put aside, or taken up again.</summary>
    public sealed record DocumentArchived(Guid LogicalId, bool Archived, DateTimeOffset At) : SpaceEvent;

    /// <summary>A document was removed by its author: shown to nobody any more, kept for the trace.</summary>
    public sealed record DocumentDeleted(Guid LogicalId, Depositor By, DateTimeOffset At) : SpaceEvent;

    /// <summary>A resource was made.</summary>
    public sealed record ResourceRecorded(KeptResource Resource) : SpaceEvent;

    /// <summary>A resource has a new version.</summary>
    public sealed record ResourceRevised(KeptResource Resource) : SpaceEvent;

    /// <summary>A resource was removed; its versions stay in the journal.</summary>
    public sealed record ResourceRemoved(RemovedResource Removed) : SpaceEvent;

    /// <summary>Somebody may consult from now on.</summary>
    public sealed record AuthorisationGranted(Authorisation Authorisation) : SpaceEvent;

    /// <summary>Somebody may consult no longer.</summary>
    public sealed record AuthorisationWithdrawn(AccessSubject Subject, DateTimeOffset At) : SpaceEvent;

    /// <summary>Somebody is shut out of ordinary access.</summary>
    public sealed record ProfessionalBlocked(Block Block) : SpaceEvent;

    /// <summary>Somebody is no longer shut out; no authorisation comes back with it.</summary>
    public sealed record BlockLifted(Guid Id, AccessSubject Subject, DateTimeOffset At) : SpaceEvent;

    /// <summary>The holder gave a professional a role.</summary>
    public sealed record Appointed(Appointment Appointment) : SpaceEvent;

    /// <summary>A professional has a role no longer.</summary>
    public sealed record AppointmentEnded(NamedRole Role, ProfessionalId Professional, DateTimeOffset At) : SpaceEvent;

    /// <summary>Somebody represents the holder from now on.</summary>
    public sealed record RepresentativeNamed(Representation Representation) : SpaceEvent;

    /// <summary>Somebody represents the holder no longer.</summary>
    public sealed record RepresentationEnded(SpaceId Person, DateTimeOffset At) : SpaceEvent;

    /// <summary>The holder gave a carer access, for a time.</summary>
    public sealed record DelegationGiven(Delegation Delegation) : SpaceEvent;

    /// <summary>A carer has access no longer.</summary>
    public sealed record DelegationEnded(SpaceId Carer, DateTimeOffset At) : SpaceEvent;

    /// <summary>The holder objects, on a legitimate ground, to what somebody adds to the record.</summary>
    public sealed record FeedingObjected(FeedingObjection Objection) : SpaceEvent;

    /// <summary>The holder objects no longer.</summary>
    public sealed record FeedingObjectionLifted(AccessSubject Subject, DateTimeOffset At) : SpaceEvent;

    /// <summary>Somebody read, or tried to.</summary>
    public sealed record Accessed(AccessTrace Trace) : SpaceEvent;

    /// <summary>The person was told that the space has opened by itself.</summary>
    public sealed record OpeningTold(DateTimeOffset At) : SpaceEvent;

    /// <summary>The deletion of the closed space was asked for.</summary>
    public sealed record DeletionAsked(DateTimeOffset At) : SpaceEvent;

    /// <summary>The deletion is wanted no longer; the space stays closed.</summary>
    public sealed record DeletionCancelled(DateTimeOffset At) : SpaceEvent;

    /// <summary>The closed space is in use again, with what its archive held.</summary>
    public sealed record Reopened(DateTimeOffset At) : SpaceEvent;

    /// <summary>The insurer suspended the space.</summary>
    public sealed record Suspended(DateTimeOffset At, SuspensionGround Ground) : SpaceEvent;

    /// <summary>The holder objects to the closing that follows a suspension.</summary>
    public sealed record SuspensionObjected(DateTimeOffset At) : SpaceEvent;

    /// <summary>The insurer ended the suspension.</summary>
    public sealed record SuspensionLifted(DateTimeOffset At) : SpaceEvent;

    /// <summary>The time of the space has come. Kept, with the two below, under the key of the trace: it outlives what it erases.</summary>
    /// <param name="At">When.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="HistoryUntil">How long the history of accesses stays.</param>
    /// <param name="Certificate">The number of the certificate: that of the receipt of what was asked for.</param>
    public sealed record Erased(DateTimeOffset At, ErasureGround Ground, DateTimeOffset HistoryUntil, string Certificate) : SpaceEvent;

    /// <summary>What the space held was destroyed, and certified to be.</summary>
    public sealed record ErasureCertified(DateTimeOffset At) : SpaceEvent;

    /// <summary>The history of accesses has served its time; its key is destroyed next.</summary>
    public sealed record HistoryEnded(DateTimeOffset At) : SpaceEvent;

    /// <summary>Somebody was invited to act for the holder.</summary>
    public sealed record ProxyInvited(Invitation Invitation) : SpaceEvent;

    /// <summary>Who was invited has accepted or refused.</summary>
    public sealed record InvitationAnswered(Guid Id, bool Accepted, DateTimeOffset At) : SpaceEvent;

    /// <summary>The invitation was taken back.</summary>
    public sealed record InvitationWithdrawn(Guid Id, DateTimeOffset At) : SpaceEvent;

    /// <summary>A parent has certified on their honour that they represent the holder, a minor.</summary>
    public sealed record RepresentationCertified(SpaceId Person, string Name, DateTimeOffset At) : SpaceEvent;

    /// <summary>The insurer has said that the holder has another space: it will be taken in here.</summary>
    public sealed record DoubleNamed(SpaceId Space, DateTimeOffset At) : SpaceEvent;

    /// <summary>All that the other space held is here.</summary>
    public sealed record DoubleTakenIn(SpaceId Space, DateTimeOffset At) : SpaceEvent;

    /// <summary>The space is the double of another, which takes it in. Never undone.</summary>
    /// <param name="Into">The space that stays.</param>
    /// <param name="At">Since when it is closed: since earlier where it was already.</param>
    public sealed record ClosedAsDouble(SpaceId Into, DateTimeOffset At) : SpaceEvent;

    /// <summary>An archive of everything was asked for.</summary>
    public sealed record ExportRequested(Export Export) : SpaceEvent;

    /// <summary>The archive was made, and can be downloaded.</summary>
    public sealed record ExportReady(Guid Id, DocumentContent Archive, DateTimeOffset At) : SpaceEvent;

    /// <summary>The archive has served its time, and was removed.</summary>
    public sealed record ExportRemoved(Guid Id, DateTimeOffset At) : SpaceEvent;
}
