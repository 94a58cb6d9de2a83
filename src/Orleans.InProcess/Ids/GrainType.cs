namespace Orleans.Runtime;

/// <summary>The written name of a grain class, the first half of every <see cref="GrainId"/>.</summary>
public readonly struct GrainType(IdSpan id) : IEquatable<GrainType>
{
    /// <summary>The text of the name.</summary>
    public IdSpan Value { get; } = id;

    /// <summary>Whether this is the default, which names no grain class.</summary>
    public bool IsDefault => Value.IsDefault;

    /// <summary>Names a grain class.</summary>
    public static GrainType Create(string value) => new(IdSpan.Create(value));

    /// <summary>Ordinal equality.</summary>
    public bool Equals(GrainType obj) => Value.Equals(obj.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The name itself.</summary>
    public override string ToString() => Value.ToString();

    /// <summary>Ordinal equality.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Ordinal inequality.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}
