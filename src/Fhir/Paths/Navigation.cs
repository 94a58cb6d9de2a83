using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Paths;

/// <summary><c>input.name</c>: the elements of that name.</summary>
/// <param name="input">Of what; <see langword="null"/> for what <c>$this</c> is.</param>
/// <param name="name">Name of the element, without the type where there is a choice; or, first of all, the type that <c>$this</c> must have.</param>
internal sealed class Member(PathExpression? input, string name) : PathExpression
{
    private readonly bool _mayBeType = input is null && char.IsAsciiLetterUpper(name[0]);

    public override bool IsSteady => input?.IsSteady ?? false;

    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        if (input is null)
        {
            Into(scope, focus, into);
            return;
        }

        var values = scope.Borrow();
        input.Evaluate(scope, focus, values);
        Into(scope, values, into);
        scope.Return(values);
    }

    private void Into(PathScope scope, PathValues values, PathValues into)
    {
        foreach (var value in values.Items)
        {
            if (_mayBeType)
            {
                if (PathTypes.IsA(value, name))
                {
                    into.Add(value);
                }

                continue;
            }

            var before = into.Count;
            foreach (var child in value.Node.Each(name))
            {
                into.Add(new PathValue(child));
            }

            if (!scope.Spend(1 + into.Count - before))
            {
                return;
            }
        }
    }
}

/// <summary><c>input[index]</c>: the item at a position, from zero.</summary>
internal sealed class ItemAt(PathExpression input, PathExpression index) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var (values, position) = (scope.Borrow(), scope.Borrow());
        input.Evaluate(scope, focus, values);
        index.Evaluate(scope, focus, position);
        if (position.Count == 1 && position[0].Held() is { Kind: PathValueKind.Number, Number: >= 0 } at && at.Number < values.Count)
        {
            into.Add(values[(int)at.Number]);
        }

        scope.Return(values);
        scope.Return(position);
    }
}

/// <summary>Functions that walk down.</summary>
internal static class Navigation
{
    public static void Children(PathCall call)
    {
        foreach (var value in call.Input.Items)
        {
            foreach (var child in value.Node.Children())
            {
                call.Into.Add(new PathValue(child));
            }

            if (!call.Scope.Spend(1))
            {
                return;
            }
        }
    }

    public static void Descendants(PathCall call)
    {
        foreach (var value in call.Input.Items)
        {
            Below(call, value.Node);
        }
    }

    public static void Extension(PathCall call)
    {
        if (call.Text(0) is not { } url)
        {
            return;
        }

        foreach (var value in call.Input.Items)
        {
            foreach (var extension in value.Node.Each("extension"))
            {
                if (extension["url"].Text == url)
                {
                    call.Into.Add(new PathValue(extension));
                }
            }
        }
    }

    public static void Resolve(PathCall call)
    {
        foreach (var value in call.Input.Items)
        {
            if (call.Scope.Spend(1) && call.Scope.Referenced.Find(value) is { } found)
            {
                call.Into.Add(found);
            }
        }
    }

    private static void Below(PathCall call, FhirNode node)
    {
        foreach (var child in node.Children())
        {
            if (!call.Scope.Spend(1))
            {
                return;
            }

            call.Into.Add(new PathValue(child));
            Below(call, child);
        }
    }
}
