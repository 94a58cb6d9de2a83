using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>The resources of a space or of an agenda, a shelf for each type.</summary>
public sealed class ResourceShelves
{
    private readonly Dictionary<string, Shelf<KeptResource>> _shelves = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, Guid Id), RemovedResource> _removed = [];
    private readonly SharedValues _shared = new();

    /// <summary>The resource that stands under this type and identity.</summary>
    public bool TryFind(string type, Guid id, [NotNullWhen(true)] out KeptResource? resource)
    {
        resource = null;
        return _shelves.TryGetValue(type, out var shelf) && shelf.TryFind(id, out resource);
    }

    /// <summary>The removal of the resource that stood under this type and identity, if it was removed.</summary>
    public RemovedResource? Removal(string type, Guid id) => _removed.GetValueOrDefault((type, id));

    /// <summary>The types of which there is or was a resource, by name.</summary>
    public IEnumerable<string> Types => _shelves.Keys.Order(StringComparer.Ordinal);

    /// <summary>Every resource of the type <paramref name="type"/>.</summary>
    public IEnumerable<KeptResource> OfType(string type) => _shelves.TryGetValue(type, out var shelf) ? shelf.Things : [];

    /// <summary>A resource was made.</summary>
    public void Record(KeptResource resource) => ShelfOf(resource.Type).Add(_shared.Of(resource));

    /// <summary>A resource has a new version.</summary>
    public void Revise(KeptResource resource) => ShelfOf(resource.Type).Replace(_shared.Of(resource), resource.UpdatedAt);

    /// <summary>A resource was removed.</summary>
    public void Remove(RemovedResource removed)
    {
        ShelfOf(removed.Type).Remove(removed.Id, removed.At);
        _removed.Add((removed.Type, removed.Id), removed);
    }

    /// <summary>Everything they hold, for a snapshot.</summary>
    public ResourcesSnapshot Snapshot() => new(
        _shelves.Select(shelf => new TypeSnapshot(shelf.Key, shelf.Value.Snapshot())).ToValueList(), _removed.Values.ToValueList());

    /// <summary>Takes the place of everything that happened before the snapshot.</summary>
    public void Restore(ResourcesSnapshot snapshot)
    {
        foreach (var (type, shelf) in snapshot.Types)
        {
            ShelfOf(type).Restore(shelf with { Standing = shelf.Standing.Select(standing => standing with { Thing = _shared.Of(standing.Thing) }).ToValueList() });
        }

        foreach (var removed in snapshot.Removed)
        {
            _removed.Add((removed.Type, removed.Id), removed);
        }
    }

    /// <summary>The page that <paramref name="query"/> asks for, and what is told with it.</summary>
    internal Outcome<FoundResources> Search(string type, ResourceQuery query, Func<KeptResource, bool> visible, DateTimeOffset now)
    {
        var page = Pages.Cut(_shelves.GetValueOrDefault(type) ?? NewShelf(), query, IndexOf, visible, now);
        return page.Accepted
            ? new FoundResources(page.Value, Inclusions.Of(this, type, page.Value.Matches, query.Include, visible))
            : page.Refusal;
    }

    internal static Indexed IndexOf(KeptResource resource) => new(resource.Id, resource.UpdatedAt, resource.Index);

    private Shelf<KeptResource> ShelfOf(string type)
    {
        if (!_shelves.TryGetValue(type, out var shelf))
        {
            _shelves.Add(type, shelf = NewShelf());
        }

        return shelf;
    }

    private static Shelf<KeptResource> NewShelf() => new(resource => resource.Id);
}

/// <summary>Resources at one moment, as snapshots keep them.</summary>
public sealed record ResourcesSnapshot(ValueList<TypeSnapshot> Types, ValueList<RemovedResource> Removed);

/// <summary>The resources of one type at one moment.</summary>
public sealed record TypeSnapshot(string Type, ShelfSnapshot<KeptResource> Shelf);
