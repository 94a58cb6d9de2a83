using System.Globalization;

namespace Orleans.Runtime;

/// <summary>Which stream of a provider: a namespace, which says what kind of items, and a key, which says whose. Compared ordinally.</summary>
public readonly record struct StreamId
{
    private readonly string? _namespace;
    private readonly string? _key;

    private StreamId(string? ns, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _namespace = ns;
        _key = key;
    }

    /// <summary>The stream with a string key.</summary>
    public static StreamId Create(string? ns, string key) => new(ns, key);

    /// <summary>The stream with a GUID key, written as 32 hexadecimal digits.</summary>
    public static StreamId Create(string? ns, Guid key) => new(ns, key.ToString("N"));

    /// <summary>The stream with an integer key, written in decimal.</summary>
    public static StreamId Create(string? ns, long key) => new(ns, key.ToString(CultureInfo.InvariantCulture));

    /// <summary>The namespace, or <see langword="null"/>.</summary>
    public string? GetNamespace() => _namespace;

    /// <summary>The key as text.</summary>
    public string GetKeyAsString() => _key ?? string.Empty;

    /// <summary><c>namespace/key</c>.</summary>
    public override string ToString() => $"{_namespace ?? "null"}/{_key}";
}
