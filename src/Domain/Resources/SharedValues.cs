using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>
/// Values that many resources of a space have in common, kept once: a thousand measures of weight have one code, one unit, one patient.
/// </summary>
internal sealed class SharedValues
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<IndexedValue> _values = [];
    private readonly HashSet<Depositor> _authors = [];

    /// <summary>The same resource, made of shared values.</summary>
    public KeptResource Of(KeptResource resource) => resource with
    {
        Type = Of(resource.Type),
        Author = Of(_authors, resource.Author),
        Index = new([.. resource.Index.Values.Select(Of)]),
    };

    private IndexedValue Of(IndexedValue value)
    {
        if (_values.TryGetValue(value, out var shared))
        {
            return shared;
        }

        IndexedValue kept = value switch
        {
            IndexedValue.Token token => token with { Parameter = Of(token.Parameter), System = Any(token.System), Code = Any(token.Code), Label = Any(token.Label) },
            IndexedValue.Text text => text with { Parameter = Of(text.Parameter) },
            IndexedValue.Moment moment => moment with { Parameter = Of(moment.Parameter) },
            IndexedValue.Quantity quantity => quantity with { Parameter = Of(quantity.Parameter), System = Any(quantity.System), Code = Any(quantity.Code) },
            IndexedValue.Link link => link with { Parameter = Of(link.Parameter), Type = Any(link.Type), System = Any(link.System) },
            IndexedValue.Uri uri => uri with { Parameter = Of(uri.Parameter) },
            _ => throw new InvalidOperationException($"Nothing is known of values of the kind {value.GetType().Name}."),
        };

        // Moments hardly ever repeat: a place in the set would cost more than it saves.
        return kept is IndexedValue.Moment || _values.Add(kept) ? kept : value;
    }

    private string? Any(string? words) => words is null ? null : Of(words);

    private string Of(string words) => Of(_words, words);

    private static T Of<T>(HashSet<T> known, T value)
    {
        if (known.TryGetValue(value, out var shared))
        {
            return shared;
        }

        known.Add(value);
        return value;
    }
}
