using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>What the engine knows of one method of a grain interface.</summary>
internal sealed class GrainMethod
{
    private readonly ConcurrentDictionary<Type, MethodInfo> _implementations = new();

    public GrainMethod(MethodInfo method)
    {
        if (method.IsGenericMethod || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
        {
            throw new ArgumentException($"{method.DeclaringType}.{method.Name} has type parameters or by-reference parameters; the stand-in carries neither.");
        }

        Method = method;
        ParameterTypes = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        CancellationIndex = Array.IndexOf(ParameterTypes, typeof(CancellationToken));
        ResultType = ResultOf(method);
        InterfaceName = method.DeclaringType!.FullName!.Replace('+', '.');
        Options = (method.IsDefined(typeof(ReadOnlyAttribute)) ? CallOptions.ReadOnly : CallOptions.None)
            | (method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? CallOptions.AlwaysInterleave : CallOptions.None)
            | (method.IsDefined(typeof(OneWayAttribute)) ? CallOptions.OneWay : CallOptions.None);
    }

    public MethodInfo Method { get; }

    public Type[] ParameterTypes { get; }

    /// <summary>Which parameter is the cancellation token; -1 without one.</summary>
    public int CancellationIndex { get; }

    /// <summary>What a caller awaits; <see cref="Nothing"/> for a plain task.</summary>
    public Type ResultType { get; }

    public string InterfaceName { get; }

    public CallOptions Options { get; }

    /// <summary>The fields of the generated call that hold the arguments; set by the compiler.</summary>
    public FieldInfo[] ArgumentFields { get; set; } = [];

    public MethodInfo ImplementationIn(Type grainClass) => _implementations.GetOrAdd(grainClass, grainClass =>
    {
        var map = grainClass.GetInterfaceMap(Method.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, Method)];
    });

    private static Type ResultOf(MethodInfo method)
    {
        var returned = method.ReturnType;
        var definition = returned.IsGenericType ? returned.GetGenericTypeDefinition() : returned;
        return definition == typeof(Task) || definition == typeof(ValueTask) ? typeof(Nothing)
            : definition == typeof(Task<>) || definition == typeof(ValueTask<>) ? returned.GenericTypeArguments[0]
            : throw new ArgumentException($"{method.DeclaringType}.{method.Name} returns {returned}: only tasks and value tasks can be awaited across grains.");
    }
}

/// <summary>How a call may be carried out.</summary>
[Flags]
internal enum CallOptions : byte
{
    None = 0,
    ReadOnly = 1,
    AlwaysInterleave = 2,
    OneWay = 4,

    /// <summary>Not a use of the activation: does not keep it from being idle.</summary>
    NoUse = 8,
}

/// <summary>The result of a call that has none.</summary>
internal readonly struct Nothing;
