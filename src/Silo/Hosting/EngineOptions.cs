namespace MonEspaceSante.Silo.Hosting;

/// <summary>How the grains run (configuration section <c>Engine</c>).</summary>
public sealed record EngineOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Engine";

    /// <summary>Whether this process hosts grains or only calls them.</summary>
    public EngineRole Role { get; init; } = EngineRole.Silo;

    /// <summary>The deployment; a new one at each failover between regions.</summary>
    public string ClusterId { get; init; } = "mes";

    /// <summary>The service; never changes.</summary>
    public string ServiceId { get; init; } = "mes";

    /// <summary>Connection string of the account for membership and stream queues; without one, a single silo on this machine.</summary>
    public string? ClusterStorage { get; init; }

    /// <summary>Port for other silos. Silos of one machine need one each; the in-process engine opens none.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>Port for processes that only call grains. Silos of one machine need one each; the in-process engine opens none.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>How long a grain stays in memory after its last call.</summary>
    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>What a process is to the cluster.</summary>
public enum EngineRole
{
    /// <summary>Hosts grains.</summary>
    Silo,

    /// <summary>Calls grains that silos host.</summary>
    Client,
}
