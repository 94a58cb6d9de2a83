namespace MonEspaceSante.Fhir.Paths;

/// <summary>Functions that ask whether, how many, and of what truth.</summary>
internal static class Existence
{
    public static void Empty(PathCall call) => call.Into.Add(call.Input.Count == 0);

    public static void Exists(PathCall call)
    {
        if (call.Arguments == 0)
        {
            call.Into.Add(call.Input.Count > 0);
            return;
        }

        call.Into.Add(Find(call, sought: true));
    }

    public static void All(PathCall call) => call.Into.Add(!Find(call, sought: false));

    public static void Count(PathCall call) => call.Into.Add(PathValue.Of((decimal)call.Input.Count));

    public static void HasValue(PathCall call) =>
        call.Into.Add(call.Input.Count == 1 && (call.Input[0].Kind is not PathValueKind.Node || call.Input[0].Node.HasValue));

    public static void Not(PathCall call)
    {
        switch (call.Input.Count)
        {
            case 0:
                break;
            case 1:
                var held = call.Input[0].Held();
                call.Into.Add(held.Kind is PathValueKind.Boolean && !held.IsTrue);
                break;
            default:
                call.Scope.GiveUp();
                break;
        }
    }

    public static void AllTrue(PathCall call) => call.Into.Add(!AnyIs(call, truth: false));

    public static void AnyTrue(PathCall call) => call.Into.Add(AnyIs(call, truth: true));

    public static void AllFalse(PathCall call) => call.Into.Add(!AnyIs(call, truth: true));

    public static void AnyFalse(PathCall call) => call.Into.Add(AnyIs(call, truth: false));

    public static void IsDistinct(PathCall call)
    {
        if (call.Input.Count < 2)
        {
            call.Into.Add(true);
            return;
        }

        var seen = new DistinctValues();
        var distinct = true;
        foreach (var value in call.Input.Items)
        {
            distinct &= seen.IsNew(value);
        }

        call.Into.Add(distinct);
    }

    private static bool AnyIs(PathCall call, bool truth)
    {
        foreach (var value in call.Input.Items)
        {
            if (value.Held() is { Kind: PathValueKind.Boolean } held && held.IsTrue == truth)
            {
                return true;
            }
        }

        return false;
    }

    // For "all", an item for which the criterion yields nothing does not satisfy it.
    private static bool Find(PathCall call, bool sought)
    {
        var (scope, single, found) = (call.Scope, call.Scope.Borrow(), false);
        var outer = scope.Index;
        for (var at = 0; at < call.Input.Count && !found && scope.Spend(1); at++)
        {
            single.Clear();
            single.Add(call.Input[at]);
            scope.Index = at;
            found = (call.Holds(0, single) ?? false) == sought;
        }

        scope.Index = outer;
        scope.Return(single);
        return found;
    }
}
