using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>What the engine writes to the log: grain types, never keys.</summary>
internal sealed partial class SiloLog(ILogger logger)
{
    public void ActivationFailed(Exception exception, Activation activation) => ActivationFailed(exception, activation.GrainClass.GrainType);

    public void DeactivationFailed(Exception exception, Activation activation) => DeactivationFailed(exception, activation.GrainClass.GrainType);

    public void TimerFailed(Exception exception, Activation activation) => TimerFailed(exception, activation.GrainClass.GrainType);

    public void OneWayCallFailed(Exception exception, GrainCall call) =>
        OneWayCallFailed(exception, call.GetInterfaceName(), call.GetMethodName());

    [LoggerMessage(1, LogLevel.Error, "A grain of type {GrainType} failed to activate.")]
    private partial void ActivationFailed(Exception exception, GrainType grainType);

    [LoggerMessage(2, LogLevel.Error, "A grain of type {GrainType} failed to deactivate cleanly.")]
    private partial void DeactivationFailed(Exception exception, GrainType grainType);

    [LoggerMessage(3, LogLevel.Warning, "A timer of a grain of type {GrainType} failed; it goes on ticking.")]
    private partial void TimerFailed(Exception exception, GrainType grainType);

    [LoggerMessage(4, LogLevel.Warning, "A one-way call of {InterfaceName}.{MethodName} failed.")]
    private partial void OneWayCallFailed(Exception exception, string interfaceName, string methodName);

    [LoggerMessage(5, LogLevel.Warning, "A delivery of stream provider {Provider} to a subscriber failed, attempt {Attempt}.")]
    public partial void DeliveryFailed(Exception exception, string provider, int attempt);

    [LoggerMessage(6, LogLevel.Error, "Stream provider {Provider} gives up the delivery of an item after {Attempts} attempts.")]
    public partial void DeliveryGivenUp(string provider, int attempts);

    [LoggerMessage(7, LogLevel.Warning, "A grain of type {GrainType} got an item of a stream to which it has attached no observer; the item is dropped.")]
    public partial void NoObserver(GrainType grainType);

    [LoggerMessage(8, LogLevel.Warning, "The time to stop is over before every call and every activation has ended.")]
    public partial void DrainIncomplete();
}
