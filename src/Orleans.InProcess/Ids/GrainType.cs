namespace Orleans.Runtime;

/// <summary>The written name of a grain class, the first half of every <see cref="GrainId"/>. Compared ordinally.</summary>
public readonly record struct GrainType
{
    /// <summary>Names a grain class.</summary>
    public GrainType(IdSpan id) => Value = id;

    /// <summary>The text of the name.</summary>
    public IdSpan Value { get; }

    /// <summary>Whether this is the default, which names no grain class.</summary>
    public bool IsDefault => Value.IsDefault;

    /// <summary>Names a grain class.</summary>
    public static GrainType Create(string value) => new(IdSpan.Create(value));

    /// <summary>The name itself.</summary>
    public override string ToString() => Value.ToString();
}
