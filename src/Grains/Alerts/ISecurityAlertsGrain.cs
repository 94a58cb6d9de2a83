using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Alerts;

/// <summary>The journal of what somebody of the operator must look at. There is one, of the key <see cref="Key"/>; components of the platform write it, the watch of the operator reads it.</summary>
[Alias("mes.security-alerts")]
public interface ISecurityAlertsGrain : IGrainWithStringKey
{
    /// <summary>The key of the one grain.</summary>
    const string Key = "platform";

    /// <summary>Brings an alert; answered when it is durable. A repetition changes nothing.</summary>
    [Alias("Raise")]
    Task<Outcome<Done>> Raise(SecurityAlert alert);

    /// <summary>The alerts at hand, the latest first. A reading by an agent leaves a line in the technical log.</summary>
    [Alias("Read")]
    Task<Outcome<AlertList>> Read();
}

/// <summary>Alerts, the latest first.</summary>
public sealed record AlertList(ValueList<SecurityAlert> Alerts);
