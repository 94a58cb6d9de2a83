namespace Orleans.Runtime;

/// <summary>The activations of one grain class, by key.</summary>
internal interface IActivations
{
    /// <summary>All that there are now.</summary>
    IEnumerable<Activation> All { get; }

    /// <summary>The one that takes the next work for <paramref name="key"/>, created if need be.</summary>
    Activation For(string key);

    /// <summary>Forgets one that has ended.</summary>
    void Remove(Activation activation);
}
