using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>
/// The state of one person's health space (espace de santé): what its events have made of it. Rules read it; only <see cref="Apply"/> changes it.
/// Traces are not kept here: the journal holds them.
/// </summary>
public sealed class Space(SpaceId id)
{
    /// <summary>How long a person has to object after the information letter (L. 1111-13-1; R. 1111-27): six weeks.</summary>
    public static readonly TimeSpan OppositionWindow = TimeSpan.FromDays(42);

    private readonly Dictionary<Guid, DocumentSheet> _documents = [];
    private readonly Dictionary<string, Guid> _byUniqueId = new(StringComparer.Ordinal);
    private readonly Dictionary<AccessSubject, Authorisation> _authorisations = [];
    private readonly Dictionary<AccessSubject, Block> _blocks = [];
    private readonly Dictionary<AccessSubject, DateTimeOffset> _visitors = [];

    /// <summary>Whose space it is, opaquely.</summary>
    public SpaceId Id { get; } = id;

    /// <summary>The holder; <see langword="null"/> while nothing was ever written.</summary>
    public HolderSheet? Holder { get; private set; }

    /// <summary>When the holder activated it.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>When the person objected, while they do.</summary>
    public DateTimeOffset? OpposedAt { get; private set; }

    /// <summary>What the holder chose for everyone.</summary>
    public PrivacyChoices Choices { get; private set; } = PrivacyChoices.Unexpressed;

    /// <summary>Documents, in the order of their deposit.</summary>
    public IReadOnlyCollection<DocumentSheet> Documents => _documents.Values;

    /// <summary>Authorisations ever given and not withdrawn, expired ones included.</summary>
    public IReadOnlyCollection<Authorisation> Authorisations => _authorisations.Values;

    /// <summary>Who is shut out.</summary>
    public IReadOnlyCollection<Block> Blocks => _blocks.Values;

    /// <summary>Where the space is in its life at <paramref name="at"/>. It opens by itself: no event, no timer, the clock says it.</summary>
    public SpaceStatus StatusAt(DateTimeOffset at) => StatusOf(Holder, at);

    /// <summary>The same, for a holder known only from the insurer's file.</summary>
    public SpaceStatus StatusOf(HolderSheet? holder, DateTimeOffset at) =>
        OpposedAt is not null ? SpaceStatus.Opposed
        : ActivatedAt is not null ? SpaceStatus.Activated
        : holder?.InformedAt is not { } informed ? SpaceStatus.NotInformed
        : at < informed + OppositionWindow ? SpaceStatus.Informed
        : SpaceStatus.OpenNotActivated;

    /// <summary>Whether professionals may deposit and, if entitled, consult.</summary>
    public bool IsOpenAt(DateTimeOffset at) => StatusAt(at) is SpaceStatus.OpenNotActivated or SpaceStatus.Activated;

    /// <summary>Whether <paramref name="professional"/> is the attending doctor (médecin traitant) of the insurer's file.</summary>
    public bool IsAttendingDoctor(Caller.Professional professional) => Holder?.AttendingDoctor == professional.Id;

    /// <summary>Whether the holder has shut out <paramref name="professional"/> or their structure.</summary>
    public bool IsBlocked(Caller.Professional professional) =>
        _blocks.Count > 0
        && (_blocks.ContainsKey(AccessSubject.Of(professional.Id))
            || (professional.Structure is { } structure && _blocks.ContainsKey(AccessSubject.Of(structure.Id))));

    /// <summary>The authorisation that lets <paramref name="professional"/> in at <paramref name="at"/>, their own or their structure's.</summary>
    public Authorisation? AuthorisationOf(Caller.Professional professional, DateTimeOffset at) =>
        Holding(AccessSubject.Of(professional.Id), at)
        ?? (professional.Structure is { } structure ? Holding(AccessSubject.Of(structure.Id), at) : null);

    /// <summary>Whether <paramref name="subject"/> has read something here before.</summary>
    public bool HasVisited(AccessSubject subject) => _visitors.ContainsKey(subject);

    /// <summary>The block on <paramref name="subject"/>, if there is one.</summary>
    public Block? BlockOn(AccessSubject subject) => _blocks.GetValueOrDefault(subject);

    /// <summary>The authorisation of <paramref name="subject"/>, expired or not.</summary>
    public Authorisation? AuthorisationOn(AccessSubject subject) => _authorisations.GetValueOrDefault(subject);

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
            case SpaceEvent.AuthorisationGranted granted:
                _authorisations[granted.Authorisation.Subject] = granted.Authorisation;
                break;
            case SpaceEvent.AuthorisationWithdrawn withdrawn:
                _authorisations.Remove(withdrawn.Subject);
                break;
            case SpaceEvent.ProfessionalBlocked blocked:
                _blocks[blocked.Block.Subject] = blocked.Block;
                break;
            case SpaceEvent.BlockLifted lifted:
                _blocks.Remove(lifted.Subject);
                break;
            case SpaceEvent.Accessed accessed:
                if (accessed.Trace is { Allowed: true, By: Caller.Professional professional })
                {
                    _visitors[AccessSubject.Of(professional.Id)] = accessed.Trace.At;
                    if (professional.Structure is { } structure)
                    {
                        _visitors[AccessSubject.Of(structure.Id)] = accessed.Trace.At;
                    }
                }

                break;
            default:
                throw new InvalidOperationException($"A space does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public SpaceSnapshot Snapshot() => new(
        Holder, ActivatedAt, OpposedAt, Choices, _documents.Values.ToValueList(), _authorisations.Values.ToValueList(), _blocks.Values.ToValueList(),
        _visitors.Select(visitor => new Visitor(visitor.Key, visitor.Value)).ToValueList());

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(SpaceSnapshot snapshot)
    {
        (Holder, ActivatedAt, OpposedAt, Choices) = (snapshot.Holder, snapshot.ActivatedAt, snapshot.OpposedAt, snapshot.Choices);
        foreach (var sheet in snapshot.Documents)
        {
            Apply(new SpaceEvent.DocumentDeposited(sheet));
        }

        foreach (var authorisation in snapshot.Authorisations)
        {
            _authorisations.Add(authorisation.Subject, authorisation);
        }

        foreach (var block in snapshot.Blocks)
        {
            _blocks.Add(block.Subject, block);
        }

        foreach (var visitor in snapshot.Visitors)
        {
            _visitors.Add(visitor.Subject, visitor.Last);
        }
    }

    private Authorisation? Holding(AccessSubject subject, DateTimeOffset at) =>
        _authorisations.TryGetValue(subject, out var authorisation) && authorisation.HoldsAt(at) ? authorisation : null;

    private void Update(Guid logicalId, Func<DocumentSheet, DocumentSheet> change) => _documents[logicalId] = change(_documents[logicalId]);
}

/// <summary>A space at one moment, as snapshots keep it.</summary>
public sealed record SpaceSnapshot(
    HolderSheet? Holder, DateTimeOffset? ActivatedAt, DateTimeOffset? OpposedAt, PrivacyChoices Choices, ValueList<DocumentSheet> Documents,
    ValueList<Authorisation> Authorisations, ValueList<Block> Blocks, ValueList<Visitor> Visitors)
{
    /// <summary>Version of this shape; snapshots of another are ignored and the journal is replayed.</summary>
    public const int Schema = 1;
}

/// <summary>Who has read something, and when last.</summary>
public sealed record Visitor(AccessSubject Subject, DateTimeOffset Last);
