using System.Collections;
using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>
/// Things under their identities, and what they were until a while ago: the pages of a search are all cut from the shelf as it stood at the
/// first one, so that writes in between make none of them miss or repeat.
/// </summary>
/// <typeparam name="T">A thing: never changed, replaced by its next version.</typeparam>
/// <param name="identity">The identity of a thing.</param>
internal sealed class Shelf<T>(Func<T, Guid> identity)
    where T : class
{
    /// <summary>How long what was replaced is remembered, hence how long a set of pages can be turned.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Dictionary<Guid, Standing<T>> _standing = [];
    private readonly Queue<Former<T>> _former = [];

    /// <summary>How often it has changed: the clock of its pages, since clocks on walls go back.</summary>
    public int Revision { get; private set; }

    /// <summary>The earliest revision that is remembered.</summary>
    public int Horizon { get; private set; }

    /// <summary>What stands; in the order of its coming, where nothing ever went.</summary>
    public IReadOnlyCollection<T> Things => new Standings(_standing);

    /// <summary>What stands under <paramref name="id"/>.</summary>
    public bool TryFind(Guid id, [NotNullWhen(true)] out T? thing)
    {
        thing = _standing.TryGetValue(id, out var standing) ? standing.Thing : null;
        return thing is not null;
    }

    /// <summary>A thing comes.</summary>
    /// <exception cref="ArgumentException">Another has its identity.</exception>
    public void Add(T thing) => _standing.Add(identity(thing), new(thing, ++Revision));

    /// <summary>A thing takes the place of the one with its identity.</summary>
    public void Replace(T thing, DateTimeOffset at)
    {
        Leave(identity(thing), at);
        _standing[identity(thing)] = new(thing, Revision);
    }

    /// <summary>A thing goes.</summary>
    public void Remove(Guid id, DateTimeOffset at)
    {
        Leave(id, at);
        _standing.Remove(id);
    }

    /// <summary>Everything that stood at <paramref name="revision"/>, with the same thing as it stands now, where it still does.</summary>
    public IEnumerable<(T Then, T? Now)> AsOf(int revision)
    {
        foreach (var standing in _standing.Values)
        {
            if (standing.Since <= revision)
            {
                yield return (standing.Thing, standing.Thing);
            }
        }

        if (revision == Revision)
        {
            yield break;
        }

        foreach (var former in _former)
        {
            if (former.Since <= revision && revision < former.Until)
            {
                yield return (former.Thing, _standing.TryGetValue(identity(former.Thing), out var now) ? now.Thing : null);
            }
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public ShelfSnapshot<T> Snapshot() => new(Revision, Horizon, _standing.Values.ToValueList(), _former.ToValueList());

    /// <summary>Takes the place of everything that happened before the snapshot.</summary>
    public void Restore(ShelfSnapshot<T> snapshot)
    {
        (Revision, Horizon) = (snapshot.Revision, snapshot.Horizon);
        foreach (var standing in snapshot.Standing)
        {
            _standing.Add(identity(standing.Thing), standing);
        }

        foreach (var former in snapshot.Former)
        {
            _former.Enqueue(former);
        }
    }

    private void Leave(Guid id, DateTimeOffset at)
    {
        while (_former.TryPeek(out var oldest) && oldest.At + Memory < at)
        {
            Horizon = _former.Dequeue().Until;
        }

        var leaving = _standing[id];
        _former.Enqueue(new(leaving.Thing, leaving.Since, ++Revision, at));
    }

    private sealed class Standings(Dictionary<Guid, Standing<T>> standing) : IReadOnlyCollection<T>
    {
        public int Count => standing.Count;

        public IEnumerator<T> GetEnumerator() => standing.Values.Select(one => one.Thing).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>A thing, and since which revision it stands.</summary>
public readonly record struct Standing<T>(T Thing, int Since);

/// <summary>A thing that was replaced or removed.</summary>
/// <param name="Thing">As it was.</param>
/// <param name="Since">The revision that it came with.</param>
/// <param name="Until">The revision that it left with.</param>
/// <param name="At">When it left.</param>
public sealed record Former<T>(T Thing, int Since, int Until, DateTimeOffset At);

/// <summary>A shelf at one moment, as snapshots keep it.</summary>
public sealed record ShelfSnapshot<T>(int Revision, int Horizon, ValueList<Standing<T>> Standing, ValueList<Former<T>> Former);
