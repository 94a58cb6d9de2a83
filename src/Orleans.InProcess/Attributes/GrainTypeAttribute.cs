namespace Orleans;

/// <summary>The written name of a grain class. Without it the name is the class name in lower case without the suffix "grain".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string GrainType { get; } = grainType;
}
