using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>
/// The state of one person's health space (espace de santé): what its events have made of it. Rules read it; only <see cref="Apply"/> changes it.
/// Traces are not kept here: the journal holds them.
/// </summary>
public sealed partial class Space(SpaceId id)
{
    /// <summary>How long a person has to object after the information letter (L. 1111-13-1; R. 1111-27): six weeks.</summary>
    public static readonly TimeSpan OppositionWindow = TimeSpan.FromDays(42);

    private readonly Dictionary<Guid, DocumentSheet> _documents = [];
    private readonly Dictionary<string, Guid> _byUniqueId = new(StringComparer.Ordinal);

    /// <summary>Whose space it is, opaquely.</summary>
    public SpaceId Id { get; } = id;

    /// <summary>The holder; <see langword="null"/> while nothing was ever written.</summary>
    public HolderSheet? Holder { get; private set; }

    /// <summary>When the holder activated it.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>When the person objected, while they do.</summary>
    public DateTimeOffset? OpposedAt { get; private set; }

    /// <summary>When the space was closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the holder died.</summary>
    public DateTimeOffset? DiedAt { get; private set; }

    /// <summary>What the holder chose for everyone.</summary>
    public PrivacyChoices Choices { get; private set; } = PrivacyChoices.Unexpressed;

    /// <summary>Documents, in the order of their deposit.</summary>
    public IReadOnlyCollection<DocumentSheet> Documents => _documents.Values;

    /// <summary>Resources other than documents.</summary>
    public ResourceShelves Resources { get; } = new();

    /// <summary>Where the space is in its life at <paramref name="at"/>. It opens by itself: no event, no timer, the clock says it.</summary>
    public SpaceStatus StatusAt(DateTimeOffset at) => StatusOf(Holder, at);

    /// <summary>The same, for a holder known only from the insurer's file.</summary>
    public SpaceStatus StatusOf(HolderSheet? holder, DateTimeOffset at) =>
        DiedAt is not null ? SpaceStatus.Deceased
        : ClosedAt is not null ? SpaceStatus.Closed
        : OpposedAt is not null ? SpaceStatus.Opposed
        : ActivatedAt is not null ? SpaceStatus.Activated
        : holder?.InformedAt is not { } informed ? SpaceStatus.NotInformed
        : at < informed + OppositionWindow ? SpaceStatus.Informed
        : SpaceStatus.OpenNotActivated;

    /// <summary>Whether professionals may deposit and, if entitled, consult.</summary>
    public bool IsOpenAt(DateTimeOffset at) => StatusAt(at) is SpaceStatus.OpenNotActivated or SpaceStatus.Activated;

    /// <summary>The document of the logical or technical identity <paramref name="id"/>.</summary>
    public bool TryFind(Guid id, [NotNullWhen(true)] out DocumentSheet? document)
    {
        if (!_documents.TryGetValue(id, out document))
        {
            document = _documents.Values.FirstOrDefault(sheet => sheet.Id == id);
        }

        return document is not null;
    }

    /// <summary>The document that its author's software named <paramref name="uniqueId"/>.</summary>
    public bool TryFindUnique(string uniqueId, [NotNullWhen(true)] out DocumentSheet? document)
    {
        document = _byUniqueId.TryGetValue(uniqueId, out var id) ? _documents[id] : null;
        return document is not null;
    }

    /// <summary>Takes in an event. An event it does not know stops the space: better a loud morning than a silent gap in a record.</summary>
    public void Apply(SpaceEvent happened)
    {
        switch (happened)
        {
            case SpaceEvent.HolderRecorded recorded:
                Holder = recorded.Holder;
                break;
            case SpaceEvent.Activated activated:
                (ActivatedAt, Choices) = (activated.At, activated.Choices);
                break;
            case SpaceEvent.Opposed opposed:
                OpposedAt = opposed.At;
                break;
            case SpaceEvent.OppositionLifted:
                OpposedAt = null;
                break;
            case SpaceEvent.Closed closed:
                ClosedAt = closed.At;
                break;
            case SpaceEvent.HolderDied died:
                DiedAt = died.At;
                break;
            case SpaceEvent.ChoicesMade made:
                Choices = made.Choices;
                break;
            case SpaceEvent.DocumentDeposited deposited:
                _documents.Add(deposited.Sheet.LogicalId, deposited.Sheet);
                _byUniqueId.Add(deposited.Sheet.Draft.UniqueId, deposited.Sheet.LogicalId);
                break;
            case SpaceEvent.DocumentSuperseded superseded:
                Update(superseded.LogicalId, sheet => sheet with { Status = DocumentStatus.Superseded, Version = sheet.Version + 1, UpdatedAt = superseded.At });
                break;
            case SpaceEvent.DocumentRelabelled relabelled:
                Update(relabelled.LogicalId, sheet => sheet with
                {
                    Id = relabelled.Id,
                    Version = sheet.Version + 1,
                    UpdatedAt = relabelled.At,
                    Draft = sheet.Draft with { Labels = relabelled.Labels },
                });
                break;
            case SpaceEvent.ResourceRecorded recorded:
                Resources.Record(recorded.Resource);
                break;
            case SpaceEvent.ResourceRevised revised:
                Resources.Revise(revised.Resource);
                break;
            case SpaceEvent.ResourceRemoved removed:
                Resources.Remove(removed.Removed);
                break;
            default:
                if (ApplyToRelations(happened))
                {
                    break;
                }

                throw new InvalidOperationException($"A space does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public SpaceSnapshot Snapshot() => new(
        Holder, ActivatedAt, OpposedAt, Choices, _documents.Values.ToValueList(), _authorisations.Values.ToValueList(), _blocks.Values.ToValueList(),
        _visitors.Select(visitor => new Visitor(visitor.Key, visitor.Value)).ToValueList(), ClosedAt, DiedAt, _appointments.Values.ToValueList(),
        _representations.Values.ToValueList(), _delegations.Values.ToValueList(), _objections.Values.ToValueList(), Resources.Snapshot());

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(SpaceSnapshot snapshot)
    {
        (Holder, ActivatedAt, OpposedAt, Choices) = (snapshot.Holder, snapshot.ActivatedAt, snapshot.OpposedAt, snapshot.Choices);
        Resources.Restore(snapshot.Resources);
        (ClosedAt, DiedAt) = (snapshot.ClosedAt, snapshot.DiedAt);
        foreach (var sheet in snapshot.Documents)
        {
            Apply(new SpaceEvent.DocumentDeposited(sheet));
        }

        RestoreRelations(snapshot);
    }

    /// <summary>A space in the same state, to try things on: what is applied to it does not touch this one.</summary>
    public Space Copy()
    {
        var copy = new Space(Id);
        copy.Restore(Snapshot());
        return copy;
    }

    private void Update(Guid logicalId, Func<DocumentSheet, DocumentSheet> change) => _documents[logicalId] = change(_documents[logicalId]);
}
