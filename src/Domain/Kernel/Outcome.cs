using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MonEspaceSante.Domain.Kernel;

/// <summary>A value, or the refusal that stands in its place.</summary>
public sealed record Outcome<T>
{
    /// <summary>For the JSON encoding; use the conversions.</summary>
    [JsonConstructor]
    public Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; default where refused.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a value.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(false, nameof(Refusal))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Accepted => Refusal is null;

    /// <summary>An accepted value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
