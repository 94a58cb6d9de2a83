namespace MonEspaceSante.Fhir.Paths;

/// <summary>Functions that keep some of a collection, or look at each of its items.</summary>
internal static class Filtering
{
    public static void Where(PathCall call) => Each(call, (inner, single, into) =>
    {
        if (inner.Holds(0, single) is true)
        {
            into.Add(single[0]);
        }
    });

    public static void Select(PathCall call) => Each(call, (inner, single, into) => inner.Project(0, single, into));

    public static void First(PathCall call) => Slice(call, 0, 1);

    public static void Last(PathCall call) => Slice(call, call.Input.Count - 1, 1);

    public static void Tail(PathCall call) => Slice(call, 1, call.Input.Count);

    public static void Skip(PathCall call) => Slice(call, call.Integer(0) ?? 0, call.Input.Count);

    public static void Take(PathCall call) => Slice(call, 0, call.Integer(0) ?? 0);

    /// <summary>Only tells a debugger: the input goes through.</summary>
    public static void Trace(PathCall call) => call.Into.AddRange(call.Input.Items);

    /// <summary>The criterion and both branches look at what the function is called on.</summary>
    public static void Iif(PathCall call)
    {
        if (call.Holds(0, call.Input) is true)
        {
            call.Project(1, call.Input, call.Into);
        }
        else if (call.Arguments == 3)
        {
            call.Project(2, call.Input, call.Into);
        }
    }

    private delegate void Look(PathCall call, PathValues single, PathValues into);

    private static void Each(PathCall call, Look look)
    {
        var (scope, single) = (call.Scope, call.Scope.Borrow());
        var outer = scope.Index;
        for (var at = 0; at < call.Input.Count && scope.Spend(1); at++)
        {
            single.Clear();
            single.Add(call.Input[at]);
            scope.Index = at;
            look(call, single, call.Into);
        }

        scope.Index = outer;
        scope.Return(single);
    }

    private static void Slice(PathCall call, int from, int count)
    {
        for (var at = Math.Max(from, 0); at < call.Input.Count && at - from < count; at++)
        {
            call.Into.Add(call.Input[at]);
        }
    }
}
