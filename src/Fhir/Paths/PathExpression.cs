namespace MonEspaceSante.Fhir.Paths;

/// <summary>A part of an expression.</summary>
internal abstract class PathExpression
{
    /// <summary>Adds to <paramref name="into"/> what this yields.</summary>
    /// <param name="scope">The evaluation.</param>
    /// <param name="focus">What <c>$this</c> is: the element asked, or the item that a criterion is applied to.</param>
    /// <param name="into">Where to; what it already holds stays.</param>
    public abstract void Evaluate(PathScope scope, PathValues focus, PathValues into);

    /// <summary>Whether it yields the same wherever <c>$this</c> stands, for as long as one evaluation lasts.</summary>
    public virtual bool IsSteady => false;

    /// <summary>True, false or nothing; nothing is also what an error gives.</summary>
    public bool? Decide(PathScope scope, PathValues focus)
    {
        var values = scope.Borrow();
        Evaluate(scope, focus, values);
        var answer = Truth(scope, values);
        scope.Return(values);
        return answer;
    }

    /// <summary>The truth of a collection: of its boolean, or that there is one value (FHIRPath, singleton evaluation).</summary>
    protected static bool? Truth(PathScope scope, PathValues values)
    {
        switch (values.Count)
        {
            case 0:
                return null;
            case 1:
                var held = values[0].Held();
                return held.Kind is not PathValueKind.Boolean || held.IsTrue;
            default:
                scope.GiveUp();
                return null;
        }
    }
}

/// <summary>A value written in the expression.</summary>
internal sealed class Literal(PathValue value) : PathExpression
{
    public override bool IsSteady => true;

    public override void Evaluate(PathScope scope, PathValues focus, PathValues into) => into.Add(value);
}

/// <summary><c>{}</c>: nothing.</summary>
internal sealed class Nothing : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
    }
}

/// <summary><c>$this</c>, said or understood.</summary>
internal sealed class Focus : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into) => into.AddRange(focus.Items);
}

/// <summary><c>$index</c>: the position of the item that a criterion is applied to.</summary>
internal sealed class Position : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into) => into.Add(PathValue.Of((decimal)scope.Index));
}

/// <summary><c>%context</c>, <c>%resource</c> and <c>%rootResource</c>.</summary>
internal sealed class Surroundings(string name) : PathExpression
{
    public override bool IsSteady => true;

    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var node = name switch
        {
            "%context" => scope.Context,
            "%resource" => scope.Context.Resource,
            _ => ReferencedResources.ContainerOf(scope.Context),
        };
        if (node.Exists)
        {
            into.Add(new PathValue(node));
        }
    }
}

/// <summary>
/// A steady part, evaluated once: <c>entry.all(request.exists() = (%resource.type = 'batch'))</c> would otherwise look for the type among all entries,
/// for each entry.
/// </summary>
internal sealed class Steady : PathExpression
{
    private readonly PathExpression _part;

    private Steady(PathExpression part) => _part = part;

    /// <summary>The same, evaluated once where that helps.</summary>
    public static PathExpression Of(PathExpression part) => part.IsSteady && part is not Literal ? new Steady(part) : part;

    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        if (!scope.Steady.TryGetValue(this, out var values))
        {
            scope.Steady[this] = values = scope.Borrow();
            _part.Evaluate(scope, focus, values);
        }

        if (scope.Spend(values.Count))
        {
            into.AddRange(values.Items);
        }
    }
}
