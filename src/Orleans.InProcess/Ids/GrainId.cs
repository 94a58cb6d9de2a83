using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>Who a grain is: its type and its key, written <c>type/key</c>. Compared ordinally.</summary>
public readonly record struct GrainId : IParsable<GrainId>
{
    /// <summary>The grain of type <paramref name="type"/> with key <paramref name="key"/>.</summary>
    public GrainId(GrainType type, IdSpan key)
    {
        Type = type;
        Key = key;
    }

    /// <summary>The grain class's written name.</summary>
    public GrainType Type { get; }

    /// <summary>The key within the type.</summary>
    public IdSpan Key { get; }

    /// <summary>Whether this is the default, which is nobody.</summary>
    public bool IsDefault => Type.IsDefault && Key.IsDefault;

    /// <summary>The grain of type <paramref name="type"/> with key <paramref name="key"/>.</summary>
    public static GrainId Create(string type, string key) => new(GrainType.Create(type), IdSpan.Create(key));

    /// <summary>The grain of type <paramref name="type"/> with key <paramref name="key"/>.</summary>
    public static GrainId Create(GrainType type, string key) => new(type, IdSpan.Create(key));

    /// <summary>The grain of type <paramref name="type"/> with key <paramref name="key"/>.</summary>
    public static GrainId Create(GrainType type, IdSpan key) => new(type, key);

    /// <summary>Reads <c>type/key</c>; the key may hold further slashes. The same whatever the <paramref name="provider"/>.</summary>
    /// <exception cref="FormatException">There is no slash, or nothing before it.</exception>
    public static GrainId Parse(string value, IFormatProvider? provider = null) =>
        TryParse(value, out var id) ? id : throw new FormatException($"Unable to parse \"{value}\" as a grain id");

    /// <summary>Reads <c>type/key</c>, or answers <see langword="false"/>.</summary>
    public static bool TryParse(string? value, out GrainId result)
    {
        var slash = value?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        result = slash > 0 ? Create(value![..slash], value[(slash + 1)..]) : default;
        return slash > 0;
    }

    static bool IParsable<GrainId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GrainId result) =>
        TryParse(s, out result);

    /// <summary><c>type/key</c>.</summary>
    public override string ToString() => $"{Type}/{Key}";
}
