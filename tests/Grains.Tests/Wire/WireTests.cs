using System.Reflection;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Wire;
using Orleans.Runtime;

namespace MonEspaceSante.Grains.Tests.Wire;

/// <summary>What crosses grain calls keeps to the rules of a cluster (engine design, semantic 6).</summary>
public sealed class WireTests
{
    private static readonly Type[] Types = typeof(ISpaceGrain).Assembly.GetTypes();

    public static TheoryData<Type> Interfaces => [.. Types.Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))];

    public static TheoryData<Type> Classes => [.. Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(Grain)))];

    public static TheoryData<Type> Crossing => [.. Types.Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(Result(method)))
        .Where(type => type is not null && type != typeof(void) && type != typeof(CancellationToken)).Select(type => type!).Append(typeof(Grains.Outbox.Delivery)).Distinct()];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Interfaces_and_methods_have_written_names_and_answer_later(Type type)
    {
        Assert.NotNull(type.GetCustomAttribute<AliasAttribute>());
        Assert.All(type.GetMethods(), method =>
        {
            Assert.NotNull(method.GetCustomAttribute<AliasAttribute>());
            Assert.True(typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Classes_have_a_written_type_and_stay_inside(Type type)
    {
        Assert.NotNull(type.GetCustomAttribute<GrainTypeAttribute>());
        Assert.True(type.IsSealed && type.IsNotPublic);
    }

    [Theory]
    [MemberData(nameof(Crossing))]
    public void What_crosses_is_known_to_the_encoding_and_cannot_change(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (!GrainsJson.Encodes(bare))
        {
            Assert.True(bare.IsPrimitive || bare == typeof(string) || bare == typeof(Guid) || bare == typeof(DateTimeOffset), $"{bare} crosses grain calls.");
            return;
        }

        Assert.NotNull(GrainsJson.Wire.GetTypeInfo(bare));
        Assert.All(bare.GetProperties(BindingFlags.Instance | BindingFlags.Public), property =>
            Assert.True(
                property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)),
                $"{bare}.{property.Name} can be set."));
        Assert.DoesNotContain(
            bare.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public),
            field => typeof(Delegate).IsAssignableFrom(field.FieldType) || typeof(Stream).IsAssignableFrom(field.FieldType));
    }

    private static Type? Result(MethodInfo method) => method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : null;
}
