using System.Collections.Concurrent;
using System.Reflection;

namespace Orleans.Runtime;

/// <summary>The grain classes of a silo: those of every loaded assembly, and of what these refer to.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byName = [];
    private readonly ConcurrentDictionary<Type, GrainClass> _byInterface = new();

    public GrainClasses(Silo silo)
    {
        foreach (var type in GrainAssemblies().SelectMany(assembly => assembly.GetTypes()).Where(GrainClass.IsGrainClass))
        {
            var grainClass = new GrainClass(type, silo);
            if (!_byName.TryAdd(grainClass.GrainType, grainClass))
            {
                throw new OrleansConfigurationException(
                    $"Two grain classes have the name \"{grainClass.GrainType}\": {_byName[grainClass.GrainType].Type} and {type}.");
            }
        }
    }

    public IEnumerable<GrainClass> All => _byName.Values;

    /// <exception cref="ArgumentException">No grain class has this name.</exception>
    public GrainClass Named(GrainType name) =>
        _byName.GetValueOrDefault(name) ?? throw new ArgumentException($"No grain class has the name \"{name}\".", nameof(name));

    /// <exception cref="ArgumentException">No class, or several, implement the interface.</exception>
    public GrainClass Implementing(Type interfaceType, string? classNamePrefix) => classNamePrefix is null
        ? _byInterface.GetOrAdd(interfaceType, static (type, self) => self.Find(type, string.Empty), this)
        : Find(interfaceType, classNamePrefix);

    private static IEnumerable<Assembly> GrainAssemblies()
    {
        var ours = typeof(GrainClasses).Assembly.GetName().Name;
        var known = new HashSet<string>();
        var open = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        while (open.TryDequeue(out var assembly))
        {
            if (!known.Add(assembly.GetName().Name!) || IsPlatform(assembly.GetName()))
            {
                continue;
            }

            // Whoever uses grains refers to the engine; what that refers to may hold grains and not be loaded yet.
            var references = assembly.GetReferencedAssemblies();
            if (references.All(reference => reference.Name != ours))
            {
                continue;
            }

            yield return assembly;
            foreach (var reference in references.Where(reference => !IsPlatform(reference) && !known.Contains(reference.Name!)))
            {
                if (TryLoad(reference) is { } loaded)
                {
                    open.Enqueue(loaded);
                }
            }
        }
    }

    private static bool IsPlatform(AssemblyName name) =>
        name.Name!.StartsWith("System.", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    // A reference that is only there at build time need not be there now.
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    private GrainClass Find(Type interfaceType, string classNamePrefix)
    {
        var found = All
            .Where(grainClass => grainClass.Type.IsAssignableTo(interfaceType))
            .Where(grainClass => grainClass.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))
            .ToArray();

        // Of several, the one named after the interface is meant: FooGrain for IFooGrain.
        return found.Length == 1 ? found[0]
            : found.SingleOrDefault(grainClass => $"I{grainClass.Type.Name}" == interfaceType.Name)
            ?? throw new ArgumentException(
                found.Length == 0
                    ? $"Could not find an implementation for interface {interfaceType}"
                    : $"Several classes implement {interfaceType}: {string.Join(", ", found.Select(grainClass => grainClass.Type))}",
                nameof(interfaceType));
    }
}
