using System.Text;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>
/// Puts the identity of a resource that stood already in the place of the one that its sender expected: with If-None-Exist nobody knows
/// beforehand which it will be. Both are 32 digits; the expected one is a digest, so that it stands for nothing else wherever it occurs.
/// </summary>
internal sealed class Renaming
{
    private readonly Dictionary<Guid, Guid> _names = [];

    /// <summary>What was expected as <paramref name="expected"/> is <paramref name="actual"/>.</summary>
    public void Add(Guid expected, Guid actual)
    {
        // The same where a command is repeated.
        if (expected != actual)
        {
            _names.Add(expected, actual);
        }
    }

    /// <summary>The body, renamed.</summary>
    public JsonText Of(JsonText body)
    {
        if (_names.Count == 0)
        {
            return body;
        }

        var utf8 = body.Utf8.ToArray();
        foreach (var (expected, actual) in _names)
        {
            var (old, name) = (Encoding.ASCII.GetBytes(expected.ToString("N")), Encoding.ASCII.GetBytes(actual.ToString("N")));
            for (var at = utf8.AsSpan().IndexOf(old); at >= 0; at = utf8.AsSpan().IndexOf(old))
            {
                name.CopyTo(utf8, at);
            }
        }

        return new(utf8);
    }

    /// <summary>What it is found by, renamed.</summary>
    public SearchIndex Of(SearchIndex index) => _names.Count == 0 ? index : new([.. index.Values.Select(Of)]);

    private IndexedValue Of(IndexedValue value) =>
        value is IndexedValue.Link { Thing: { } thing } link && _names.TryGetValue(thing, out var actual) ? link with { Thing = actual } : value;
}
