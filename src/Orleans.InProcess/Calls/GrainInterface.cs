using System.Collections.Concurrent;
using System.Reflection;

namespace Orleans.Runtime;

/// <summary>A grain interface with its methods and the class generated to call it. One per interface and process.</summary>
internal sealed class GrainInterface
{
    private static readonly ConcurrentDictionary<Type, Lazy<GrainInterface>> Known = new();

    private GrainInterface(Type type)
    {
        Methods = [.. AllMethods(type).Select(method => new GrainMethod(method))];
        Name = type.FullName!.Replace('+', '.');
        CreateReference = ReferenceCompiler.Compile(type, this);
    }

    public string Name { get; }

    public GrainMethod[] Methods { get; }

    public Func<GrainFactory, GrainClass, string, GrainReference> CreateReference { get; }

    /// <exception cref="ArgumentException">It is not an interface of grains, or has a method that cannot be called across grains.</exception>
    public static GrainInterface Of(Type type) =>
        Known.GetOrAdd(type, static type => new Lazy<GrainInterface>(() => new GrainInterface(type))).Value;

    private static IEnumerable<MethodInfo> AllMethods(Type type)
    {
        if (!type.IsInterface || !type.IsAssignableTo(typeof(IAddressable)))
        {
            throw new ArgumentException($"{type} is not an interface of grains.", nameof(type));
        }

        return type.GetInterfaces().Prepend(type)
            .SelectMany(@interface => @interface.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(method => method.IsAbstract);
    }
}
