namespace Orleans.Runtime;

/// <summary>The address of a grain. The generated classes behind grain interfaces derive from it; their methods send calls.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    internal GrainReference(GrainFactory factory, GrainClass grainClass, string key, GrainInterface? @interface)
    {
        Factory = factory;
        GrainClass = grainClass;
        Key = key;
        Interface = @interface;
    }

    /// <summary>Whose address it is.</summary>
    public GrainId GrainId => GrainId.Create(GrainClass.GrainType, Key);

    /// <summary>The full name of the interface that calls go through; empty for an untyped reference.</summary>
    public string InterfaceName => Interface?.Name ?? string.Empty;

    internal GrainFactory Factory { get; }

    internal GrainClass GrainClass { get; }

    internal string Key { get; }

    internal GrainInterface? Interface { get; }

    /// <summary>Same grain, whatever the interface.</summary>
    public bool Equals(GrainReference? other) =>
        other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal) && GrainClass.GrainType == other.GrainClass.GrainType;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <summary>The id, marked as a reference.</summary>
    public sealed override string ToString() => $"GrainReference:{GrainId}";

    /// <summary>Same grain, whatever the interface.</summary>
    public static bool operator ==(GrainReference? reference1, GrainReference? reference2) => Equals(reference1, reference2);

    /// <summary>Another grain.</summary>
    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !Equals(reference1, reference2);

    internal GrainReference As(Type interfaceType) => GrainInterface.Of(interfaceType).CreateReference(Factory, GrainClass, Key);

    // The two that generated code calls.
    internal GrainMethod MethodAt(int index) => Interface!.Methods[index];

    internal Task<TResult> Send<TResult>(GrainCall<TResult> call) => Factory.Send(call);
}
