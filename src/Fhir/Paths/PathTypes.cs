using System.Collections.Frozen;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>What is of which type (R4, the hierarchy of types).</summary>
internal static class PathTypes
{
    // FHIRPath's own types; what FHIR calls boolean answers to Boolean as well (que-7 of R4 asks "answer is Boolean").
    private static readonly FrozenDictionary<string, PathValueKind> SystemTypes = new Dictionary<string, PathValueKind>
    {
        ["Boolean"] = PathValueKind.Boolean, ["String"] = PathValueKind.Text, ["Integer"] = PathValueKind.Number, ["Decimal"] = PathValueKind.Number,
        ["Date"] = PathValueKind.Moment, ["DateTime"] = PathValueKind.Moment, ["Time"] = PathValueKind.Moment,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="value"/> is of the type <paramref name="name"/> or of one that descends from it.</summary>
    public static bool IsA(PathValue value, string name)
    {
        if (SystemTypes.TryGetValue(name, out var kind))
        {
            return value.Held().Kind == kind;
        }

        return R4.TryType(name, out var sought) && TypeOf(value) is { } type && type.Is(sought);
    }

    private static TypeSchema? TypeOf(PathValue value) => value.Kind switch
    {
        PathValueKind.Node => value.Node.Type,
        PathValueKind.Elsewhere => R4.TryType(value.Text!, out var type) ? type : null,
        _ => null,
    };
}

/// <summary><c>input is Type</c>.</summary>
internal sealed class TypeTest(PathExpression input, string type) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var values = scope.Borrow();
        input.Evaluate(scope, focus, values);
        if (values.Count > 1)
        {
            scope.GiveUp();
        }
        else if (values.Count == 1)
        {
            into.Add(PathTypes.IsA(values[0], type));
        }

        scope.Return(values);
    }
}

/// <summary><c>input as Type</c> and <c>input.ofType(Type)</c>: those of that type. R4's own expressions use <c>as</c> on several values, so we let them.</summary>
internal sealed class TypeFilter(PathExpression input, string type) : PathExpression
{
    public override void Evaluate(PathScope scope, PathValues focus, PathValues into)
    {
        var values = scope.Borrow();
        input.Evaluate(scope, focus, values);
        foreach (var value in values.Items)
        {
            if (PathTypes.IsA(value, type))
            {
                into.Add(value);
            }
        }

        scope.Return(values);
    }
}
