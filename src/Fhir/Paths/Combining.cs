namespace MonEspaceSante.Fhir.Paths;

/// <summary>Functions over two collections, or over what repeats in one.</summary>
internal static class Combining
{
    public static void Distinct(PathCall call) => AddDistinct(call.Input, call.Into);

    public static void Union(PathCall call) => With(call, (input, other, into) =>
    {
        other.AddRange(input.Items);
        AddDistinct(other, into);
    });

    public static void Combine(PathCall call) => With(call, (input, other, into) =>
    {
        into.AddRange(input.Items);
        into.AddRange(other.Items);
    });

    public static void Intersect(PathCall call) => With(call, (input, other, into) =>
    {
        var (theirs, given) = (new DistinctValues(), new DistinctValues());
        foreach (var value in other.Items)
        {
            theirs.IsNew(value);
        }

        foreach (var value in input.Items)
        {
            if (theirs.Has(value) && given.IsNew(value))
            {
                into.Add(value);
            }
        }
    });

    /// <summary>Adds each of <paramref name="values"/> once.</summary>
    public static void AddDistinct(PathValues values, PathValues into)
    {
        if (values.Count < 2)
        {
            into.AddRange(values.Items);
            return;
        }

        var seen = new DistinctValues();
        foreach (var value in values.Items)
        {
            if (seen.IsNew(value))
            {
                into.Add(value);
            }
        }
    }

    private static void With(PathCall call, Action<PathValues, PathValues, PathValues> combine)
    {
        var other = call.Scope.Borrow();
        call.Argument(0, other);
        combine(call.Input, other, call.Into);
        call.Scope.Return(other);
    }
}
