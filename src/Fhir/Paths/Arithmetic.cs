namespace MonEspaceSante.Fhir.Paths;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>: of numbers, texts, moments, and of quantities in the same unit.</summary>
internal sealed class Ordering(string sign, PathExpression left, PathExpression right) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var (ones, others) = (scope.Borrow(), scope.Borrow());
        left.Evaluate(scope, focus, ones);
        right.Evaluate(scope, focus, others);
        if (ones.Count > 1 || others.Count > 1)
        {
            scope.GiveUp();
        }
        else if (ones.Count == 1 && others.Count == 1 && Order(ones[0].Held(), others[0].Held()) is { } order)
        {
            into.Add(sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
        }

        scope.Return(ones);
        scope.Return(others);
    }

    private static int? Order(PathValue one, PathValue other) => (one.Kind, other.Kind) switch
    {
        (PathValueKind.Number, PathValueKind.Number) => one.Number.CompareTo(other.Number),
        (PathValueKind.Text, PathValueKind.Text) => string.CompareOrdinal(one.Text, other.Text),
        (PathValueKind.Moment, PathValueKind.Moment) =>
            PathMoment.TryRead(one.Text, out var first) && PathMoment.TryRead(other.Text, out var second) ? first.CompareTo(second) : null,
        (PathValueKind.Node, PathValueKind.Node) => OrderOfQuantities(one, other),
        _ => null,
    };

    private static int? OrderOfQuantities(PathValue one, PathValue other)
    {
        var (low, high) = (one.Node, other.Node);
        return low["value"].Number is { } first && high["value"].Number is { } second
            && low["system"].Text == high["system"].Text && low["code"].Text == high["code"].Text && low["unit"].Text == high["unit"].Text
            ? first.CompareTo(second)
            : null;
    }
}

/// <summary><c>+</c>, <c>-</c>, <c>*</c> of numbers; <c>+</c> and <c>&amp;</c> of texts.</summary>
internal sealed class Arithmetic(string sign, PathExpression left, PathExpression right) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var (ones, others) = (scope.Borrow(), scope.Borrow());
        left.Evaluate(scope, focus, ones);
        right.Evaluate(scope, focus, others);
        if (ones.Count > 1 || others.Count > 1)
        {
            scope.GiveUp();
        }
        else if (sign == "&")
        {
            Join(scope, ones.Count == 1 ? ones[0].AsText() : null, others.Count == 1 ? others[0].AsText() : null, into);
        }
        else if (ones.Count == 1 && others.Count == 1)
        {
            Add(scope, ones[0].Held(), others[0].Held(), into);
        }

        scope.Return(ones);
        scope.Return(others);
    }

    private void Add(PathScope scope, PathValue one, PathValue other, PathValues into)
    {
        if (one.Kind is PathValueKind.Text && other.Kind is PathValueKind.Text && sign == "+")
        {
            Join(scope, one.Text, other.Text, into);
        }
        else if (one.Kind is PathValueKind.Number && other.Kind is PathValueKind.Number && Compute(one.Number, other.Number) is { } result)
        {
            into.Add(PathValue.Of(result));
        }
        else
        {
            scope.GiveUp();
        }
    }

    // A text counts for its length: what doubles it again and again is given up in time.
    private static void Join(PathScope scope, string? one, string? other, PathValues into)
    {
        if (scope.Spend((one?.Length ?? 0) + (other?.Length ?? 0)))
        {
            into.Add(PathValue.Of(one + other));
        }
    }

    private decimal? Compute(decimal one, decimal other)
    {
        try
        {
            return sign switch { "+" => one + other, "-" => one - other, _ => one * other };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
