using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>
/// The state of one person's health space (espace de santé): what its events have made of it. Rules read it; only <see cref="Apply"/> changes it.
/// Traces are not kept here: the journal holds them.
/// </summary>
public sealed partial class Space(SpaceId id)
{
    /// <summary>How long a person has to object after the information letter (L. 1111-13-1; R. 1111-27): six weeks.</summary>
    public static readonly TimeSpan OppositionWindow = TimeSpan.FromDays(42);

    private readonly Shelf<DocumentSheet> _documents = new(sheet => sheet.LogicalId);
    private readonly Shelf<Submission> _submissions = new(submission => submission.Id);
    private readonly Dictionary<string, ValueList<Guid>> _byUniqueId = new(StringComparer.Ordinal);

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
    public IReadOnlyCollection<DocumentSheet> Documents => _documents.Things;

    /// <summary>Resources other than documents.</summary>
    public ResourceShelves Resources { get; } = new();

    /// <summary>The document of the logical or technical identity <paramref name="id"/>.</summary>
    public bool TryFind(Guid id, [NotNullWhen(true)] out DocumentSheet? document)
    {
        if (!_documents.TryFind(id, out document))
        {
            document = _documents.Things.FirstOrDefault(sheet => sheet.Id == id);
        }

        return document is not null;
    }

    /// <summary>
    /// The documents that software named <paramref name="uniqueId"/>: one, but for those that their depositors could not know of each other.
    /// </summary>
    public IEnumerable<DocumentSheet> Named(string uniqueId) =>
        _byUniqueId.TryGetValue(uniqueId, out var ids) ? ids.Select(id => _documents.TryFind(id, out var sheet) ? sheet : null!) : [];

    /// <summary>The page of documents that a query asks for.</summary>
    internal Outcome<Page<DocumentSheet>> Search(ResourceQuery query, Func<DocumentSheet, bool> visible, DateTimeOffset now) =>
        Pages.Cut(_documents, query, DocumentIndex.For(query), visible, now);

    /// <summary>The page of submission sets that a query asks for.</summary>
    internal Outcome<Page<Submission>> Search(ResourceQuery query, Func<Submission, bool> visible, DateTimeOffset now) =>
        Pages.Cut(_submissions, query, Submission.IndexOf, visible, now);

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
                _documents.Add(deposited.Sheet);
                File(deposited.Sheet);
                break;
            case SpaceEvent.DocumentSuperseded superseded:
                Update(superseded.LogicalId, sheet => sheet.After(superseded));
                break;
            case SpaceEvent.DocumentRelabelled relabelled:
                Update(relabelled.LogicalId, sheet => sheet.After(relabelled));
                break;
            case SpaceEvent.DocumentArchived archived:
                Update(archived.LogicalId, sheet => sheet.After(archived));
                break;
            case SpaceEvent.DocumentDeleted deleted:
                Update(deleted.LogicalId, sheet => sheet.After(deleted));
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
                if (ApplyToEnding(happened) || ApplyToRelations(happened) || ApplyToProxies(happened) || ApplyToExports(happened) || ApplyToDoubles(happened))
                {
                    break;
                }

                throw new InvalidOperationException($"A space does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public SpaceSnapshot Snapshot() => new(
        Holder, ActivatedAt, OpposedAt, Choices, _documents.Snapshot(), _authorisations.Values.ToValueList(), _blocks.Values.ToValueList(),
        _visitors.Select(visitor => new Visitor(visitor.Key, visitor.Value)).ToValueList(), DiedAt, _appointments.Values.ToValueList(),
        _representations.Values.ToValueList(), _delegations.Values.ToValueList(), _objections.Values.ToValueList(), Resources.Snapshot(), Ending, OpeningToldAt,
        _invitations.ToValueList(), _exports.Values.ToValueList(), _doubles.ToValueList());

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(SpaceSnapshot snapshot)
    {
        (Holder, ActivatedAt, OpposedAt, Choices) = (snapshot.Holder, snapshot.ActivatedAt, snapshot.OpposedAt, snapshot.Choices);
        Resources.Restore(snapshot.Resources);
        (DiedAt, Ending, OpeningToldAt) = (snapshot.DiedAt, snapshot.Ending, snapshot.OpeningToldAt);
        _documents.Restore(snapshot.Documents);
        foreach (var sheet in _documents.Things)
        {
            File(sheet);
        }

        RestoreRelations(snapshot);
        RestoreProxies(snapshot);
        _doubles.AddRange(snapshot.Doubles);
        foreach (var export in snapshot.Exports)
        {
            _exports.Add(export.Id, export);
        }
    }

    /// <summary>A space in the same state, to try things on: what is applied to it does not touch this one.</summary>
    public Space Copy()
    {
        var copy = new Space(Id);
        copy.Restore(Snapshot());
        return copy;
    }

    private void File(DocumentSheet sheet)
    {
        _byUniqueId[sheet.Draft.UniqueId] = [.. _byUniqueId.GetValueOrDefault(sheet.Draft.UniqueId) ?? [], sheet.LogicalId];
        var submission = Submission.Of(sheet);
        if (_submissions.TryFind(submission.Id, out var begun))
        {
            _submissions.Replace(begun with { Documents = [.. begun.Documents, sheet.LogicalId] }, begun.At);
        }
        else
        {
            _submissions.Add(submission);
        }
    }

    private void Update(Guid logicalId, Func<DocumentSheet, DocumentSheet> change)
    {
        var changed = change(_documents.TryFind(logicalId, out var sheet) ? sheet : throw new InvalidOperationException("A space changes a document that it has not."));
        _documents.Replace(changed, changed.UpdatedAt);
    }
}
