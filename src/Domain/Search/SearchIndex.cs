using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>What one thing can be found by: values of search parameters, found in it when it was written.</summary>
public readonly struct SearchIndex : IEquatable<SearchIndex>
{
    // The bare array: an active space keeps thousands of these.
    private readonly IndexedValue[]? _values;

    /// <summary>An index of <paramref name="values"/>, in any order; a parameter has as many values as the thing gives it.</summary>
    [JsonConstructor]
    public SearchIndex(ValueList<IndexedValue> values) => _values = values.Items;

    /// <summary>Nothing to be found by but identity and moment.</summary>
    public static SearchIndex Empty { get; } = new([]);

    /// <summary>The values.</summary>
    public ValueList<IndexedValue> Values => new(_values ?? []);

    /// <summary>The values, for loops that must not allocate.</summary>
    internal ReadOnlySpan<IndexedValue> Span => _values;

    /// <summary>Whether two indexes have the same values in the same order.</summary>
    public static bool operator ==(SearchIndex left, SearchIndex right) => left.Equals(right);

    /// <summary>Whether two indexes differ.</summary>
    public static bool operator !=(SearchIndex left, SearchIndex right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(SearchIndex other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SearchIndex other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.GetHashCode();
}
