using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>
/// The cancellation of one call. The grain gets a token of its own: what it registers there runs in a turn of the grain, not on the
/// thread of the caller who cancels.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose.")]
internal sealed class CallCancellation(GrainCall call)
{
    private readonly CancellationTokenSource _grainSide = new();
    private CancellationTokenRegistration _callerSide;

    /// <summary>Where the call runs, once it does.</summary>
    public Activation? RunsOn { get; set; }

    public CancellationToken Token => _grainSide.Token;

    public void Follow(CancellationToken caller) => _callerSide = caller.UnsafeRegister(
        static (state, token) =>
        {
            var cancellation = (CallCancellation)state!;
            cancellation.Reject(token);
            cancellation.Cancel();
        },
        this);

    public void Cancel()
    {
        if (RunsOn is { } activation)
        {
            activation.RunAsTurn(_grainSide.Cancel);
        }
        else
        {
            _grainSide.Cancel();
        }
    }

    // Not Dispose, which would wait for a cancellation that is under way.
    public void End() => _callerSide.Unregister();

    private void Reject(CancellationToken token) => call.Reject(new OperationCanceledException(token));
}
