using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>A grain class of a silo: how its grains are made, how long they stay, and those that are active.</summary>
internal sealed class GrainClass
{
    private const string Suffix = "grain";

    private readonly ObjectFactory _factory;

    public GrainClass(Type type, Silo silo)
    {
        Type = type;
        Silo = silo;
        GrainType = GrainType.Create(Attribute<GrainTypeAttribute>()?.GrainType ?? NameByConvention(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        FiltersItsCalls = type.IsAssignableTo(typeof(IIncomingGrainCallFilter));
        CollectionAge = AgeLimit();
        StreamNamespaces = [.. type.GetCustomAttributes(typeof(ImplicitStreamSubscriptionAttribute), inherit: true)
            .Cast<ImplicitStreamSubscriptionAttribute>()];
        Activations = Attribute<StatelessWorkerAttribute>() is { } worker
            ? new WorkerActivations(this, worker.MaxLocalWorkers)
            : new SoleActivations(this);
        _factory = ActivatorUtilities.CreateFactory(type, []);
    }

    public Type Type { get; }

    public Silo Silo { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    public bool FiltersItsCalls { get; }

    public TimeSpan CollectionAge { get; }

    public ImplicitStreamSubscriptionAttribute[] StreamNamespaces { get; }

    public IActivations Activations { get; }

    public static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IGrainBase));

    public object CreateInstance(IServiceProvider services) => _factory(services, null);

    /// <summary>Gives work to the activation of <paramref name="key"/>, in order of arrival.</summary>
    public void Post(string key, Work work)
    {
        // An activation that has ended refuses, and has left the table before: the next look finds or makes another.
        while (!Activations.For(key).TryPost(work))
        {
        }
    }

    private static string NameByConvention(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private TimeSpan AgeLimit() =>
        Type.IsDefined(typeof(KeepAliveAttribute), inherit: true) ? TimeSpan.MaxValue
        : Attribute<CollectionAgeLimitAttribute>() is { } limit ? limit.AgeLimit
        : Silo.Collection.ClassSpecificCollectionAge.TryGetValue(Type.FullName!, out var age) ? age
        : Silo.Collection.CollectionAge;

    private TAttribute? Attribute<TAttribute>()
        where TAttribute : Attribute => (TAttribute?)System.Attribute.GetCustomAttribute(Type, typeof(TAttribute));
}
