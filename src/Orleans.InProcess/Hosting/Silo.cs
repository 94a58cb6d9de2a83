using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.InProcess;

namespace Orleans.Runtime;

/// <summary>The engine of one host: its grain classes, its pending calls, its clock.</summary>
internal sealed class Silo
{
    // Resolved on first use: a filter may itself ask for the grain factory.
    private readonly Lazy<IIncomingGrainCallFilter[]> _filters;
    private readonly Lazy<GrainClasses> _classes;
    private volatile bool _refusesClients = true;
    private volatile bool _refusesAll = true;

    public Silo(
        IServiceProvider services,
        TimeProvider clock,
        IOptions<GrainCollectionOptions> collection,
        IOptions<SiloMessagingOptions> messaging,
        ILogger<Silo> logger)
    {
        Services = services;
        Clock = clock;
        Collection = collection.Value;
        ResponseTimeout = messaging.Value.ResponseTimeout;
        Codec = services.GetService<IGrainCallCodec>();
        Log = new SiloLog(logger);
        Grains = new GrainFactory(() => this, services);
        _filters = new(() => [.. services.GetServices<IIncomingGrainCallFilter>()]);
        _classes = new(() => new GrainClasses(this));
    }

    public IServiceProvider Services { get; }

    public TimeProvider Clock { get; }

    public GrainCollectionOptions Collection { get; }

    public TimeSpan ResponseTimeout { get; }

    public IGrainCallCodec? Codec { get; }

    public SiloLog Log { get; }

    public GrainFactory Grains { get; }

    public GrainClasses Classes => _classes.Value;

    public PendingCalls Pending { get; } = new();

    /// <summary>Whether items of streams are still delivered.</summary>
    public bool Delivers => !_refusesClients;

    public void Open() => _refusesAll = _refusesClients = false;

    /// <summary>Calls under way go on, with the calls that they make; clients are refused.</summary>
    public void RefuseClients() => _refusesClients = true;

    /// <summary>Refuses every call from here on and gives up those that are pending.</summary>
    public void RefuseAll()
    {
        _refusesAll = true;
        foreach (var call in Pending.SentUntil(long.MaxValue))
        {
            call.Reject(new SiloUnavailableException($"The silo has stopped before the end of the call {call}."));
        }
    }

    public void Send(GrainCall call)
    {
        if (_refusesAll || (_refusesClients && call.Source is null))
        {
            call.Reject(new SiloUnavailableException($"The silo is not running and cannot take the call {call}."));
            return;
        }

        if (Codec is not null && !TryEncodeArguments(call, Codec))
        {
            return;
        }

        if (!call.IsOneWay)
        {
            call.SentAt = Clock.GetTimestamp();
            Pending.Add(call);
        }

        if (call.Method.CancellationIndex >= 0)
        {
            call.OfferCancellation();
        }

        call.Send();
    }

    public bool MustFilter(Activation activation) => _filters.Value.Length > 0 || activation.GrainClass.FiltersItsCalls;

    public IIncomingGrainCallFilter[] FiltersFor(Activation activation) =>
        activation.GrainInstance is IIncomingGrainCallFilter own ? [.. _filters.Value, own] : _filters.Value;

    /// <summary>One look at the clock: ends the waits that are too long.</summary>
    public void SweepPending()
    {
        var limit = Clock.GetTimestamp() - (long)(ResponseTimeout.TotalSeconds * Clock.TimestampFrequency);
        foreach (var call in Pending.SentUntil(limit))
        {
            call.TimeOut();
        }
    }

    /// <summary>Deactivates what nobody has used for longer than its class may be idle.</summary>
    public void CollectIdle()
    {
        var now = Clock.GetTimestamp();
        foreach (var activation in Classes.All.SelectMany(grainClass => grainClass.Activations.All))
        {
            if (activation.IsCollectable(now))
            {
                activation.Deactivate(new(DeactivationReasonCode.ActivationIdle, "The activation has been idle for its collection age."));
            }
        }
    }

    private static bool TryEncodeArguments(GrainCall call, IGrainCallCodec codec)
    {
        try
        {
            for (var index = 0; index < call.GetArgumentCount(); index++)
            {
                if (index != call.Method.CancellationIndex && call.GetArgument(index) is var argument and not IAddressable)
                {
                    call.SetArgument(index, codec.RoundTrip(argument, call.Method.ParameterTypes[index])!);
                }
            }

            return true;
        }
        catch (Exception exception)
        {
            call.Reject(exception);
            return false;
        }
    }
}
