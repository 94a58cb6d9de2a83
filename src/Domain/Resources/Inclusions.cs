using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>What is told with the matches of a search: things of the same space that they refer to, or that refer to them. One step, no further.</summary>
internal static class Inclusions
{
    /// <summary>Each once, none that is a match, only what the caller may see, no more than a page may hold.</summary>
    public static ValueList<KeptResource> Of(
        ResourceShelves shelves, string type, ValueList<KeptResource> matches, ValueList<Inclusion> inclusions, Func<KeptResource, bool> visible) =>
        inclusions
            .SelectMany(inclusion => inclusion.Reverse ? Referring(shelves, type, matches, inclusion) : Referred(shelves, type, matches, inclusion))
            .DistinctBy(resource => (resource.Type, resource.Id))
            .ExceptBy(matches.Select(match => (match.Type, match.Id)), resource => (resource.Type, resource.Id))
            .Where(visible)
            .Take(ResourceQuery.MostCount)
            .ToValueList();

    private static IEnumerable<KeptResource> Referred(ResourceShelves shelves, string type, ValueList<KeptResource> matches, Inclusion inclusion)
    {
        foreach (var link in inclusion.Type == type ? matches.SelectMany(match => LinksOf(match, inclusion)) : [])
        {
            if (link is { Type: { } target, Thing: { } thing } && shelves.TryFind(target, thing, out var resource))
            {
                yield return resource;
            }
        }
    }

    private static IEnumerable<KeptResource> Referring(ResourceShelves shelves, string type, ValueList<KeptResource> matches, Inclusion inclusion)
    {
        var sought = matches.Select(match => match.Id).ToHashSet();
        return shelves.OfType(inclusion.Type).Where(resource =>
            LinksOf(resource, inclusion).Any(link => link.Type == type && link.Thing is { } thing && sought.Contains(thing)));
    }

    private static IEnumerable<IndexedValue.Link> LinksOf(KeptResource resource, Inclusion inclusion) =>
        resource.Index.Values.OfType<IndexedValue.Link>()
            .Where(link => link.Parameter == inclusion.Parameter && (inclusion.Target is null || inclusion.Target == link.Type));
}
