using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>A space at one moment, as snapshots keep it.</summary>
public sealed record SpaceSnapshot(
    HolderSheet? Holder, DateTimeOffset? ActivatedAt, DateTimeOffset? OpposedAt, PrivacyChoices Choices, ShelfSnapshot<DocumentSheet> Documents,
    ValueList<Authorisation> Authorisations, ValueList<Block> Blocks, ValueList<Visitor> Visitors, DateTimeOffset? DiedAt,
    ValueList<Appointment> Appointments, ValueList<Representation> Representations, ValueList<Delegation> Delegations,
    ValueList<FeedingObjection> Objections, ResourcesSnapshot Resources, SpaceEnding Ending, DateTimeOffset? OpeningToldAt,
    ValueList<Invitation> Invitations, ValueList<Export> Exports, ValueList<KnownDouble> Doubles)
{
    /// <summary>Version of this shape; snapshots of another are ignored and the journal is replayed.</summary>
    public const int Schema = 6;
}

/// <summary>Who has read something, and when last.</summary>
public sealed record Visitor(AccessSubject Subject, DateTimeOffset Last);
