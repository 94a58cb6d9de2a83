namespace Orleans.Configuration;

/// <summary>How long activations live.</summary>
public class GrainCollectionOptions
{
    /// <summary>How long an activation may be idle. Default: 15 minutes.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. Default: 1 minute.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Ages in place of <see cref="CollectionAge"/>, by the full name of the grain class.</summary>
    public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];

    /// <summary>How long <see cref="IGrainBase.OnActivateAsync"/> may take. Default: 30 seconds.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <see cref="IGrainBase.OnDeactivateAsync"/> may take. Default: 30 seconds.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How long callers wait.</summary>
public abstract class MessagingOptions
{
    /// <summary>After how long without an answer a call fails with <see cref="TimeoutException"/>. Default: 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How long callers within a silo wait.</summary>
public class SiloMessagingOptions : MessagingOptions;

/// <summary>How long clients wait. A client in the process of its silo waits as the silo does: these options are only kept.</summary>
public class ClientMessagingOptions : MessagingOptions;

/// <summary>Which cluster a silo or client belongs to.</summary>
public class ClusterOptions
{
    /// <summary>The cluster. A client of the process finds the silo with the same name. Default: "default".</summary>
    public string ClusterId { get; set; } = "default";

    /// <summary>The service, which outlives clusters. Here it is only kept.</summary>
    public string ServiceId { get; set; } = "default";
}
