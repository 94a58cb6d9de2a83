using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>
/// One evaluation: its root, its position, the collections it borrows and the work it may still do. What cannot be decided (an error of
/// evaluation, too much work) is noted, never thrown.
/// </summary>
internal sealed class PathScope
{
    /// <summary>
    /// Values that one evaluation may produce. The invariants of the largest resources that we take stay far below; beyond, an expression
    /// over hostile content would hold a processor for seconds.
    /// </summary>
    public const int MostWork = 2_000_000;

    // A collection that once grew beyond this is not worth keeping.
    private const int MostIdle = 64;

    [ThreadStatic]
    private static PathScope? idle;

    private readonly Stack<PathValues> _idle = new();
    private int _work;

    /// <summary>The element that the expression was asked of.</summary>
    public FhirNode Context { get; private set; }

    /// <summary>Position in the collection that a criterion is being applied to.</summary>
    public int Index { get; set; }

    /// <summary>Whether the evaluation met something that FHIRPath calls an error, so that its result means nothing.</summary>
    public bool Undecided { get; private set; }

    /// <summary>Whether it was given up for being too much work.</summary>
    public bool Exhausted => _work < 0;

    /// <summary>What steady parts have yielded.</summary>
    public Dictionary<Steady, PathValues> Steady { get; } = [];

    /// <summary>Finds what references point at.</summary>
    public ReferencedResources Referenced { get; } = new();

    /// <summary>One that this thread has at rest, or a new one.</summary>
    public static PathScope Take()
    {
        var scope = idle ?? new PathScope();
        idle = null;
        return scope;
    }

    /// <summary>Puts it at rest; it keeps nothing of what it looked at.</summary>
    public void Rest()
    {
        Referenced.Forget();
        Begin(default);
        idle = this;
    }

    /// <summary>Begins an evaluation over <paramref name="context"/>.</summary>
    public void Begin(FhirNode context)
    {
        (Context, Index, Undecided, _work) = (context, 0, false, MostWork);
        foreach (var values in Steady.Values)
        {
            Return(values);
        }

        Steady.Clear();
    }

    /// <summary>Notes that the result means nothing.</summary>
    public void GiveUp() => Undecided = true;

    /// <summary>Counts <paramref name="values"/> values; false where the evaluation must stop.</summary>
    public bool Spend(int values)
    {
        _work -= values;
        if (_work < 0)
        {
            GiveUp();
        }

        return !Undecided;
    }

    public PathValues Borrow() => _idle.TryPop(out var values) ? values : new PathValues();

    public void Return(PathValues values)
    {
        values.Clear();
        if (_idle.Count < MostIdle)
        {
            _idle.Push(values);
        }
    }
}
