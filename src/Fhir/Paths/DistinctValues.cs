namespace MonEspaceSante.Fhir.Paths;

/// <summary>A set of values, so that leaving out repetitions takes time in proportion to their number and not to its square.</summary>
internal sealed class DistinctValues : IEqualityComparer<PathValue>
{
    private readonly HashSet<PathValue> _seen;

    public DistinctValues() => _seen = new(this);

    /// <summary>Whether <paramref name="value"/> is seen for the first time.</summary>
    public bool IsNew(PathValue value) => _seen.Add(value);

    /// <summary>Whether <paramref name="value"/> was seen.</summary>
    public bool Has(PathValue value) => _seen.Contains(value);

    bool IEqualityComparer<PathValue>.Equals(PathValue x, PathValue y) => PathEquality.AreEqual(x, y) is true;

    int IEqualityComparer<PathValue>.GetHashCode(PathValue obj)
    {
        var held = obj.Held();
        return held.Kind switch
        {
            PathValueKind.Node => Shape(held),
            // Equal moments may be written unalike.
            PathValueKind.Moment => PathMoment.TryRead(held.Text, out var moment) ? moment.First.GetHashCode() : 0,
            PathValueKind.Number or PathValueKind.Boolean => held.Number.GetHashCode(),
            _ => string.GetHashCode(held.Text, StringComparison.Ordinal),
        };
    }

    private static int Shape(PathValue value)
    {
        var hash = default(HashCode);
        foreach (var child in value.Node.Children())
        {
            hash.Add(child.Name, StringComparer.Ordinal);
            hash.Add(child.Text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
