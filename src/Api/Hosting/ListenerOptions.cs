namespace MonEspaceSante.Api.Hosting;

/// <summary>Where the platform listens (configuration section <c>Listeners</c>). A port of 0 takes any free one.</summary>
public sealed record ListenerOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Listeners";

    /// <summary>The address of the two public listeners.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>
    /// The host names that requests may name, separated by semicolons. Links in answers are made of them: another name is refused (400), so
    /// that nobody is sent elsewhere by a forged Host header.
    /// </summary>
    public string Hosts { get; init; } = "localhost;127.0.0.1;[::1]";

    /// <summary>
    /// The addresses of proxies, separated by semicolons, whose <c>X-Forwarded-For</c> says where a request came from; none by default. From anybody
    /// else the header is ignored: whoever may write it has as many sources as they like.
    /// </summary>
    public string TrustedProxies { get; init; } = "";

    /// <summary>Port for people and apps; never asks for a certificate.</summary>
    public int Citizens { get; init; } = 8443;

    /// <summary>Port for professionals, structures and feeding software; asks for a certificate.</summary>
    public int Professionals { get; init; } = 8444;

    /// <summary>Port for health checks and metrics, on the loopback address only.</summary>
    public int Operations { get; init; } = 8080;
}

/// <summary>The listeners.</summary>
[Flags]
public enum Listener
{
    /// <summary>People and apps.</summary>
    Citizens = 1,

    /// <summary>Professionals, structures, feeding software.</summary>
    Professionals = 2,

    /// <summary>Health checks and metrics.</summary>
    Operations = 4,
}

/// <summary>Which listener a connection came in by; set when it is accepted, never read from a header.</summary>
/// <param name="Listener">The listener.</param>
public sealed record ListenerFeature(Listener Listener);

/// <summary>Which listeners serve an endpoint; elsewhere it does not exist.</summary>
/// <param name="Listeners">The listeners.</param>
public sealed record ServedOn(Listener Listeners);
