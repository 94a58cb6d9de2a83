using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>When two values are equal (FHIRPath, = and ~).</summary>
internal static class PathEquality
{
    /// <summary>
    /// Whether <paramref name="left"/> equals <paramref name="right"/>; <see langword="null"/> where that cannot be known: moments of unlike precision.
    /// </summary>
    public static bool? AreEqual(PathValue left, PathValue right)
    {
        var (one, other) = (left.Held(), right.Held());
        if (one.Kind is PathValueKind.Node && other.Kind is PathValueKind.Node)
        {
            return AreEqual(one.Node, other.Node);
        }

        // A text beside a date is read as one where it can be: R4 compares both.
        if (one.Kind is PathValueKind.Moment && other.Kind is PathValueKind.Moment && one.Text != other.Text)
        {
            var comparable = PathMoment.TryRead(one.Text, out var first) & PathMoment.TryRead(other.Text, out var second);
            return !comparable ? false : first.CompareTo(second) is { } order ? order == 0 : null;
        }

        return one.Kind == other.Kind && one.Number == other.Number && string.Equals(one.Text, other.Text, StringComparison.Ordinal);
    }

    /// <summary>Whether <paramref name="left"/> is equivalent to <paramref name="right"/>: letters in either case, and what is unknown is not.</summary>
    public static bool AreEquivalent(PathValue left, PathValue right)
    {
        var (one, other) = (left.Held(), right.Held());
        return one.Kind is PathValueKind.Text && other.Kind is PathValueKind.Text
            ? string.Equals(one.Text, other.Text, StringComparison.OrdinalIgnoreCase)
            : AreEqual(one, other) is true;
    }

    /// <summary>Whether <paramref name="values"/> hold something equal to <paramref name="sought"/>.</summary>
    public static bool Holds(ReadOnlySpan<PathValue> values, PathValue sought)
    {
        foreach (var value in values)
        {
            if (AreEqual(value, sought) is true)
            {
                return true;
            }
        }

        return false;
    }

    // Elements are equal when they hold the same: names, order and values.
    private static bool AreEqual(FhirNode left, FhirNode right)
    {
        if (left.HasValue != right.HasValue || (left.HasValue && left.Text != right.Text))
        {
            return false;
        }

        using var others = right.Children().GetEnumerator();
        foreach (var child in left.Children())
        {
            if (!others.MoveNext() || others.Current.Name != child.Name || AreEqual(new PathValue(child), new PathValue(others.Current)) is not true)
            {
                return false;
            }
        }

        return !others.MoveNext();
    }
}
