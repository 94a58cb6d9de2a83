namespace MonEspaceSante.Fhir.Paths;

/// <summary>One call of a function: what it is called on, with what, and where its result goes.</summary>
internal readonly ref struct PathCall(PathScope scope, PathValues input, PathExpression[] arguments, PathValues focus, PathValues into)
{
    public PathScope Scope => scope;

    /// <summary>What the function is called on.</summary>
    public PathValues Input => input;

    /// <summary>Where the result goes.</summary>
    public PathValues Into => into;

    /// <summary>How many arguments there are.</summary>
    public int Arguments => arguments.Length;

    /// <summary>Adds to <paramref name="values"/> what the argument <paramref name="index"/> yields.</summary>
    public void Argument(int index, PathValues values) => arguments[index].Evaluate(scope, focus, values);

    /// <summary>Adds to <paramref name="values"/> what the argument <paramref name="index"/> yields for <paramref name="on"/>.</summary>
    public void Project(int index, PathValues on, PathValues values) => arguments[index].Evaluate(scope, on, values);

    /// <summary>Whether the argument <paramref name="index"/>, a criterion, holds for <paramref name="on"/>.</summary>
    public bool? Holds(int index, PathValues on) => arguments[index].Decide(scope, on);

    /// <summary>The text of the argument <paramref name="index"/>; <see langword="null"/> where it yields none.</summary>
    public string? Text(int index)
    {
        var values = scope.Borrow();
        Argument(index, values);
        var text = values.Count == 1 ? values[0].AsText() : null;
        scope.Return(values);
        return text;
    }

    /// <summary>The whole number of the argument <paramref name="index"/>; <see langword="null"/> where it yields none.</summary>
    public int? Integer(int index)
    {
        var values = scope.Borrow();
        Argument(index, values);
        var held = values.Count == 1 ? values[0].Held() : default;
        scope.Return(values);
        return held.Kind is PathValueKind.Number && held.Number is >= int.MinValue and <= int.MaxValue ? (int)held.Number : null;
    }
}

/// <summary>What a function does.</summary>
internal delegate void PathFunction(PathCall call);

/// <summary><c>input.function(arguments)</c>.</summary>
internal sealed class FunctionCall(PathExpression? input, PathFunction function, PathExpression[] arguments) : PathExpression
{
    public override bool IsSteady => input is { IsSteady: true } && Array.TrueForAll(arguments, argument => argument.IsSteady);

    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        if (scope.Undecided)
        {
            return;
        }

        if (input is null)
        {
            function(new(scope, focus, arguments, focus, into));
            return;
        }

        var values = scope.Borrow();
        input.Evaluate(scope, focus, values);
        if (scope.Spend(values.Count))
        {
            function(new(scope, values, arguments, focus, into));
        }

        scope.Return(values);
    }
}
