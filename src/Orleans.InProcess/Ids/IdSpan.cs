namespace Orleans.Runtime;

/// <summary>The text of a grain key or of a grain type, compared ordinally. Orleans keeps UTF-8 bytes; one process needs only the string it was given.</summary>
public readonly record struct IdSpan
{
    private readonly string? _text;

    private IdSpan(string text) => _text = text;

    /// <summary>Whether this is the empty default, which names nothing.</summary>
    public bool IsDefault => _text is null;

    /// <summary>Wraps <paramref name="id"/>.</summary>
    public static IdSpan Create(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(id);
    }

    /// <summary>The text itself; empty for the default.</summary>
    public override string ToString() => _text ?? string.Empty;
}
