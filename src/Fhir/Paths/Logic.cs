namespace MonEspaceSante.Fhir.Paths;

/// <summary><c>and</c>, <c>or</c>, <c>xor</c>, <c>implies</c>, in the three-valued logic of FHIRPath.</summary>
internal sealed class Logic(string sign, PathExpression left, PathExpression right) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var one = left.Decide(scope, focus);
        bool? answer = (sign, one) switch
        {
            ("and", false) => false,
            ("or", true) => true,
            ("implies", false) => true,
            _ => With(one, right.Decide(scope, focus)),
        };
        if (answer is { } known)
        {
            into.Add(known);
        }
    }

    private bool? With(bool? one, bool? other) => sign switch
    {
        "and" => one & other,
        "or" => one | other,
        "xor" => one ^ other,
        _ => !one | other,
    };
}

/// <summary><c>left = right</c>, <c>!=</c>, <c>~</c> and <c>!~</c>.</summary>
internal sealed class Equality(string sign, PathExpression left, PathExpression right) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var (ones, others) = (scope.Borrow(), scope.Borrow());
        left.Evaluate(scope, focus, ones);
        right.Evaluate(scope, focus, others);
        var answer = sign is "~" or "!~" ? Equivalent(ones, others) : Equal(ones, others);
        if (answer is { } known)
        {
            into.Add(sign[0] == '!' ? !known : known);
        }

        scope.Return(ones);
        scope.Return(others);
    }

    private static bool? Equal(PathValues ones, PathValues others)
    {
        if (ones.Count == 0 || others.Count == 0)
        {
            return null;
        }

        bool? equal = ones.Count == others.Count;
        for (var at = 0; equal is true && at < ones.Count; at++)
        {
            equal = PathEquality.AreEqual(ones[at], others[at]);
        }

        return equal;
    }

    // Equivalence leaves the order aside, and nothing is equivalent to nothing.
    private static bool Equivalent(PathValues ones, PathValues others)
    {
        if (ones.Count != others.Count)
        {
            return false;
        }

        foreach (var one in ones.Items)
        {
            var found = false;
            foreach (var other in others.Items)
            {
                found |= PathEquality.AreEquivalent(one, other);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary><c>left in right</c> and <c>left contains right</c>: whether a collection holds a value.</summary>
internal sealed class Membership(PathExpression item, PathExpression collection) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var (sought, values) = (scope.Borrow(), scope.Borrow());
        item.Evaluate(scope, focus, sought);
        if (sought.Count > 1)
        {
            scope.GiveUp();
        }
        else if (sought.Count == 1)
        {
            collection.Evaluate(scope, focus, values);
            into.Add(scope.Spend(values.Count) && PathEquality.Holds(values.Items, sought[0]));
        }

        scope.Return(sought);
        scope.Return(values);
    }
}

/// <summary><c>left | right</c>: the values of both, each once.</summary>
internal sealed class Union(PathExpression left, PathExpression right) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var values = scope.Borrow();
        left.Evaluate(scope, focus, values);
        right.Evaluate(scope, focus, values);
        Combining.AddDistinct(values, into);
        scope.Return(values);
    }
}
