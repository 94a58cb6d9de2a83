using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Decides the parts of one command over the resources that stand: all or none.</summary>
/// <param name="standing">What stands.</param>
/// <param name="author">Who writes.</param>
/// <param name="sees">What they may see: conditions find nothing else.</param>
/// <param name="act">When, and under which identity.</param>
internal sealed class Writing(ResourceShelves standing, Depositor author, Func<KeptResource, bool> sees, Act act)
{
    // A block of the journal holds 4 MiB: bodies, what they are found by, and the trace.
    private const int MostBytes = 2_000_000;

    private readonly HashSet<(string Type, Guid Id)> _touched = [];
    private readonly List<(string Type, Indexed Thing)> _fresh = [];
    private readonly Renaming _renaming = new();

    /// <summary>The changes, or the first refusal, at the place of its part.</summary>
    public Outcome<Written> CarryOut(ValueList<ResourceWrite> writes)
    {
        if (writes.Sum(write => DraftOf(write)?.Body.Utf8.Length ?? 0) > MostBytes)
        {
            return ResourceRefusals.TooLarge;
        }

        var targets = new List<Target>(writes.Count);
        foreach (var (index, write) in writes.Index())
        {
            var target = TargetOf(write, Resources.CarryOut.IdOf(act.CommandId, index));
            if (!target.Accepted || !_touched.Add((write.Type, target.Value.Id)))
            {
                return (target.Refusal ?? ResourceRefusals.Overlap).At(write.Place);
            }

            targets.Add(target.Value);
            if (target.Value.Standing is null && DraftOf(write) is { } draft)
            {
                _fresh.Add((draft.Type, new(target.Value.Id, act.At, draft.Index)));
            }
        }

        var (changes, receipts) = (new List<ResourceChange>(), new List<ResourceReceipt>());
        foreach (var (write, target) in writes.Zip(targets))
        {
            var (change, receipt) = Decide(write, target);
            receipts.Add(receipt);
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        return new Written(changes, new(receipts.ToValueList()));
    }

    /// <summary>Which resource a part is about: one that stands, or a new one.</summary>
    private Outcome<Target> TargetOf(ResourceWrite write, Guid fresh) => write switch
    {
        ResourceWrite.Record { Unless: { } condition } record => Found(record.Type, condition, fresh),
        ResourceWrite.Record => new Target(fresh, Standing(write.Type, fresh)),
        ResourceWrite.Revise { Where: { } condition } revise => Own(revise, Found(revise.Type, condition, fresh)),
        ResourceWrite.Revise { Id: { } id } revise => Own(revise, Named(revise.Type, id)),
        // Repeated by who removed it; to others it never was.
        ResourceWrite.Remove remove when standing.Removal(remove.Type, remove.Id)?.Author.SameHand(author) is true => new Target(remove.Id, null),
        ResourceWrite.Remove remove => Own(remove, Named(remove.Type, remove.Id)),
        _ => ResourceRefusals.Unknown,
    };

    private Outcome<Target> Named(string type, Guid id) =>
        Standing(type, id) is { } resource && sees(resource) ? new Target(id, resource)
        : author.Holder && standing.Removal(type, id) is not null ? ResourceRefusals.Gone
        : ResourceRefusals.Unknown;

    private Outcome<Target> Found(string type, ValueList<Clause> condition, Guid fresh)
    {
        var matching = new Matching(condition, act.At);
        var found = standing.OfType(type).Where(resource => matching.Holds(ResourceShelves.IndexOf(resource)) && sees(resource)).Take(2).ToList();
        if (found.Count > 1)
        {
            return ResourceRefusals.ManyMatch;
        }

        if (found.Count == 1)
        {
            _renaming.Add(fresh, found[0].Id);
            return new Target(found[0].Id, found[0]);
        }

        // Two parts that make the same thing each on condition that nobody else does would make two.
        return _fresh.Exists(made => made.Type == type && matching.Holds(made.Thing)) ? ResourceRefusals.Overlap : new Target(fresh, Standing(type, fresh));
    }

    private Outcome<Target> Own(ResourceWrite write, Outcome<Target> target)
    {
        if (target.Value?.Standing is not { } resource)
        {
            return target;
        }

        var (version, same) = write switch
        {
            ResourceWrite.Revise revise => (revise.IfVersion, revise.Draft.Body == resource.Body),
            ResourceWrite.Remove remove => (remove.IfVersion, false),
            _ => (null, false),
        };
        return !resource.Author.SameHand(author) ? ResourceRefusals.NotYours
            // The same again is a repetition, whichever version it names.
            : version is { } asked && asked != resource.Version && !same ? ResourceRefusals.VersionDiffers
            : target;
    }

    private (ResourceChange? Change, ResourceReceipt Receipt) Decide(ResourceWrite write, Target target) => write switch
    {
        ResourceWrite.Remove remove => target.Standing is { } resource
            ? Removed(resource)
            : (null, ReceiptOf(standing.Removal(remove.Type, remove.Id)!, ResourceEffect.None)),
        ResourceWrite.Record record when target.Standing is null => Recorded(record.Draft, target.Id),
        ResourceWrite.Revise revise when target.Standing is null => Recorded(revise.Draft, target.Id),
        ResourceWrite.Revise revise => Revised(revise.Draft, target.Standing),
        _ => (null, ReceiptOf(target.Standing!, ResourceEffect.None)),
    };

    private (ResourceChange?, ResourceReceipt) Recorded(ResourceDraft draft, Guid id)
    {
        // A repetition of a command whose resource was removed since: it stays removed.
        if (standing.Removal(draft.Type, id) is { } removed)
        {
            return (null, ReceiptOf(removed, ResourceEffect.None));
        }

        var made = new KeptResource(draft.Type, id, 1, _renaming.Of(draft.Body), _renaming.Of(draft.Index), author, act.At);
        return (new ResourceChange.Recorded(made), ReceiptOf(made, ResourceEffect.Recorded));
    }

    private (ResourceChange?, ResourceReceipt) Revised(ResourceDraft draft, KeptResource old)
    {
        var body = _renaming.Of(draft.Body);
        if (body == old.Body)
        {
            return (null, ReceiptOf(old, ResourceEffect.None));
        }

        var revised = new KeptResource(draft.Type, old.Id, old.Version + 1, body, _renaming.Of(draft.Index), author, act.At);
        return (new ResourceChange.Revised(revised), ReceiptOf(revised, ResourceEffect.Revised));
    }

    private (ResourceChange?, ResourceReceipt) Removed(KeptResource old)
    {
        var removed = new RemovedResource(old.Type, old.Id, old.Version + 1, author, act.At);
        return (new ResourceChange.Removed(removed), ReceiptOf(removed, ResourceEffect.Removed));
    }

    private static ResourceDraft? DraftOf(ResourceWrite write) => write switch
    {
        ResourceWrite.Record record => record.Draft,
        ResourceWrite.Revise revise => revise.Draft,
        _ => null,
    };

    private KeptResource? Standing(string type, Guid id) => standing.TryFind(type, id, out var resource) ? resource : null;

    private static ResourceReceipt ReceiptOf(KeptResource resource, ResourceEffect effect) =>
        new(resource.Type, resource.Id, resource.Version, resource.UpdatedAt, effect);

    private static ResourceReceipt ReceiptOf(RemovedResource removed, ResourceEffect effect) =>
        new(removed.Type, removed.Id, removed.Version, removed.At, effect);

    private sealed record Target(Guid Id, KeptResource? Standing);
}
