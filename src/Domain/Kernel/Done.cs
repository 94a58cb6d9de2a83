namespace MonEspaceSante.Domain.Kernel;

/// <summary>Nothing more to say than that it is done.</summary>
public sealed record Done
{
    /// <summary>The answer.</summary>
    public static Done Answer { get; } = new();
}
