namespace Orleans;

/// <summary>
/// Binds the grain class to every stream of a namespace: an item of the stream with key K goes to the grain with key K, which is activated
/// for it. The grain attaches its observer when it activates, or when <see cref="Streams.Core.IStreamSubscriptionObserver"/> tells it to.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class ImplicitStreamSubscriptionAttribute : Attribute
{
    private readonly string? _namespace;

    /// <summary>Binds to every namespace.</summary>
    public ImplicitStreamSubscriptionAttribute()
    {
    }

    /// <summary>Binds to one namespace, compared ordinally.</summary>
    public ImplicitStreamSubscriptionAttribute(string streamNamespace) => _namespace = streamNamespace.Trim();

    internal bool IsMatch(string? streamNamespace) => _namespace is null || string.Equals(_namespace, streamNamespace, StringComparison.Ordinal);
}
