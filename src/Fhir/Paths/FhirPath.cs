using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>
/// A FHIRPath expression, read once and asked of many resources: the part of the language that R4's search parameters, invariants and patches
/// need (http://hl7.org/fhirpath/N1). Safe for concurrent use.
/// </summary>
/// <remarks>
/// Not known: quantities as literals, arithmetic of dates, aggregation, and what asks a terminology, a profile or a browser (memberOf,
/// conformsTo, htmlChecks). Asking never throws: what FHIRPath calls an error of evaluation yields nothing.
/// </remarks>
public sealed class FhirPath
{
    private readonly string _text;
    private readonly PathExpression _expression;

    private FhirPath(string text, PathExpression expression) => (_text, _expression) = (text, expression);

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">It is no expression, or one beyond the part that we know; the message says what.</exception>
    public static FhirPath Compile(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, PathParser.Read(text));
    }

    /// <summary>Reads <paramref name="text"/>, which may come from a client.</summary>
    /// <returns>False where it is no expression, or one beyond the part that we know.</returns>
    public static bool TryCompile(string text, [NotNullWhen(true)] out FhirPath? path)
    {
        try
        {
            path = Compile(text);
            return true;
        }
        catch (FormatException)
        {
            path = null;
            return false;
        }
    }

    /// <summary>The elements that this selects in <paramref name="root"/>, in their order; values that it computes are no elements and are left out.</summary>
    public IReadOnlyList<FhirNode> Select(FhirNode root)
    {
        var scope = PathScope.Take();
        var found = new List<FhirNode>();
        Select(scope, root, found);
        scope.Rest();
        return found;
    }

    /// <summary>Whether this yields one value that is not false.</summary>
    public bool IsTrue(FhirNode context)
    {
        var scope = PathScope.Take();
        var answer = Decide(scope, context);
        scope.Rest();
        return answer is true;
    }

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => _text;

    /// <summary>True, false, or <see langword="null"/> where it yields nothing or cannot be evaluated.</summary>
    internal bool? Decide(PathScope scope, FhirNode context)
    {
        scope.Begin(context);
        var focus = scope.Borrow();
        focus.Add(new PathValue(context));
        var answer = _expression.Decide(scope, focus);
        scope.Return(focus);
        return scope.Undecided ? null : answer;
    }

    internal void Select(PathScope scope, FhirNode root, List<FhirNode> found)
    {
        scope.Begin(root);
        var (focus, values) = (scope.Borrow(), scope.Borrow());
        focus.Add(new PathValue(root));
        _expression.Evaluate(scope, focus, values);
        foreach (var value in values.Items)
        {
            if (value.Kind is PathValueKind.Node && !scope.Undecided)
            {
                found.Add(value.Node);
            }
        }

        scope.Return(focus);
        scope.Return(values);
    }
}
