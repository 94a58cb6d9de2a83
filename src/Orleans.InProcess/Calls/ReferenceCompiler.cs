using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <summary>
/// Writes, for a grain interface, the class of its references and one class per method for its calls. A call is a typed object with a
/// field per argument: nothing is boxed and no array is made on the way.
/// </summary>
internal static class ReferenceCompiler
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Opened = [];
    private static readonly AssemblyBuilder Assembly =
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Orleans.InProcess.References"), AssemblyBuilderAccess.Run);

    private static readonly ModuleBuilder Module = Assembly.DefineDynamicModule("References");

    private static readonly Type[] CallConstructor = [typeof(GrainReference), typeof(GrainMethod)];
    private static readonly Type[] ReferenceConstructor = [typeof(GrainFactory), typeof(GrainClass), typeof(string), typeof(GrainInterface)];

    public static Func<GrainFactory, GrainClass, string, GrainReference> Compile(Type interfaceType, GrainInterface grainInterface)
    {
        lock (Gate)
        {
            OpenInternals(typeof(ReferenceCompiler).Assembly);
            OpenInternals(interfaceType.Assembly);
            var type = CompileReference(interfaceType, grainInterface.Methods);
            var create = type.GetMethod("Create", Members)!.CreateDelegate<Func<GrainFactory, GrainClass, string, GrainInterface, GrainReference>>();
            return (factory, grainClass, key) => create(factory, grainClass, key, grainInterface);
        }
    }

    // Generated code lives in an assembly of its own but speaks of internal types: ours, and those of the interface.
    private static void OpenInternals(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        if (Opened.Add(name))
        {
            var constructor = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
            Assembly.SetCustomAttribute(new CustomAttributeBuilder(constructor, [name]));
        }
    }

    private static Type CompileReference(Type interfaceType, GrainMethod[] methods)
    {
        var type = Module.DefineType($"{interfaceType}.Reference", TypeAttributes.Sealed, typeof(GrainReference), [interfaceType]);
        var constructor = PassOn(type, ReferenceConstructor);
        for (var index = 0; index < methods.Length; index++)
        {
            CompileMethod(type, methods[index], index, CompileCall($"{interfaceType}.{methods[index].Method.Name}.{index}", methods[index]));
        }

        var il = type.DefineMethod("Create", MethodAttributes.Static | MethodAttributes.Public, typeof(GrainReference), ReferenceConstructor)
            .GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Newobj, constructor);
        il.Emit(OpCodes.Ret);
        return type.CreateType();
    }

    /// <summary>The method of a reference: fill a call, send it, hand out its task.</summary>
    private static void CompileMethod(TypeBuilder type, GrainMethod method, int index, Type call)
    {
        var implementation = Implement(type, method.Method);
        var il = implementation.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, index);
        il.Emit(OpCodes.Call, typeof(GrainReference).GetMethod(nameof(GrainReference.MethodAt), Members)!);
        il.Emit(OpCodes.Newobj, call.GetConstructor(Members, CallConstructor)!);
        for (var argument = 0; argument < method.ArgumentFields.Length; argument++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, argument + 1);
            il.Emit(OpCodes.Stfld, method.ArgumentFields[argument]);
        }

        il.Emit(OpCodes.Call, typeof(GrainReference).GetMethod(nameof(GrainReference.Send), Members)!.MakeGenericMethod(method.ResultType));
        if (method.Method.ReturnType.IsValueType)
        {
            var awaited = method.ResultType == typeof(Nothing) ? typeof(Task) : typeof(Task<>).MakeGenericType(method.ResultType);
            il.Emit(OpCodes.Newobj, method.Method.ReturnType.GetConstructor([awaited])!);
        }

        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(implementation, method.Method);
    }

    /// <summary>The call of a method: its arguments, and how to make it on a grain.</summary>
    private static Type CompileCall(string name, GrainMethod method)
    {
        var call = typeof(GrainCall<>).MakeGenericType(method.ResultType);
        var type = Module.DefineType(name, TypeAttributes.Sealed, call);
        PassOn(type, CallConstructor);
        var arguments = method.ParameterTypes
            .Select((parameter, index) => type.DefineField($"argument{index}", parameter, FieldAttributes.Public))
            .ToArray();

        var make = Override(type, call.GetMethod("Make", Members)!).GetILGenerator();
        make.Emit(OpCodes.Ldarg_1);
        make.Emit(OpCodes.Castclass, method.Method.DeclaringType!);
        foreach (var argument in arguments)
        {
            make.Emit(OpCodes.Ldarg_0);
            make.Emit(OpCodes.Ldfld, argument);
        }

        make.Emit(OpCodes.Callvirt, method.Method);
        EmitAsValueTask(make, method);
        make.Emit(OpCodes.Ret);

        if (method.CancellationIndex >= 0)
        {
            OverrideToken(type, call, arguments[method.CancellationIndex]);
        }

        var built = type.CreateType();
        method.ArgumentFields = [.. arguments.Select(argument => built.GetField(argument.Name)!)];
        return built;
    }

    private static void EmitAsValueTask(ILGenerator il, GrainMethod method)
    {
        var returned = method.Method.ReturnType;
        if (method.ResultType == typeof(Nothing))
        {
            il.Emit(OpCodes.Call, typeof(GrainCall).GetMethod(nameof(GrainCall.WithNothing), Members, [returned])!);
        }
        else if (!returned.IsValueType)
        {
            il.Emit(OpCodes.Newobj, typeof(ValueTask<>).MakeGenericType(method.ResultType).GetConstructor([returned])!);
        }
    }

    private static void OverrideToken(TypeBuilder type, Type call, FieldBuilder token)
    {
        var get = Override(type, call.GetMethod(nameof(GrainCall.GetCancellationToken), Members)!).GetILGenerator();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, token);
        get.Emit(OpCodes.Ret);

        var set = Override(type, call.GetMethod("SetCancellationToken", Members)!).GetILGenerator();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stfld, token);
        set.Emit(OpCodes.Ret);
    }

    private static ConstructorBuilder PassOn(TypeBuilder type, Type[] parameters)
    {
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, parameters);
        var il = constructor.GetILGenerator();
        for (var index = 0; index <= parameters.Length; index++)
        {
            il.Emit(OpCodes.Ldarg, index);
        }

        il.Emit(OpCodes.Call, type.BaseType!.GetConstructor(Members, parameters)!);
        il.Emit(OpCodes.Ret);
        return constructor;
    }

    private static MethodBuilder Implement(TypeBuilder type, MethodInfo method) => type.DefineMethod(
        $"{method.DeclaringType}.{method.Name}",
        MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.NewSlot | MethodAttributes.HideBySig,
        method.ReturnType,
        [.. method.GetParameters().Select(parameter => parameter.ParameterType)]);

    private static MethodBuilder Override(TypeBuilder type, MethodInfo method) => type.DefineMethod(
        method.Name,
        (method.Attributes & MethodAttributes.MemberAccessMask) | MethodAttributes.Virtual | MethodAttributes.HideBySig,
        method.ReturnType,
        [.. method.GetParameters().Select(parameter => parameter.ParameterType)]);
}
