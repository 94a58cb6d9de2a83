using Orleans;

namespace MonEspaceSante.Grains.Limits;

/// <summary>How the tries to get in go everywhere. There is one, with the key <see cref="Key"/>.</summary>
[Alias("mes.pressure")]
public interface IPressureGrain : IGrainWithStringKey
{
    /// <summary>The key of the only one.</summary>
    const string Key = "all";

    /// <summary>Whether most tries everywhere are lost, and many.</summary>
    [Alias("IsHigh")]
    Task<bool> IsHigh();

    /// <summary>Somebody was let try.</summary>
    [Alias("Tried")]
    Task Tried();

    /// <summary>So many tries opened something.</summary>
    [Alias("Opened")]
    Task Opened(int tries);
}
