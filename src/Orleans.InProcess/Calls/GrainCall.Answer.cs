using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>A call and the answer that its caller awaits.</summary>
internal abstract class GrainCall<TResult>(GrainReference target, GrainMethod method) : GrainCall(target, method)
{
    // Callers go on in turns of their own, never inside the turn that answered them.
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Answer => _answer.Task;

    public override bool IsAbandoned => !IsOneWay && _answer.Task.IsCompleted;

    public override void Start(Activation activation)
    {
        StartsOn(activation);
        if (Silo.MustFilter(activation))
        {
            _ = StartFiltered(activation);
            return;
        }

        try
        {
            RequestContext.Import(Context);
            var made = Make(activation.GrainInstance!);
            if (!made.IsCompletedSuccessfully)
            {
                _ = Await(made, activation);
                return;
            }

            Succeed(made.Result);
        }
        catch (Exception exception)
        {
            Fail(exception, activation);
        }

        activation.Finish(this);
    }

    public override void Reject(Exception reason)
    {
        var told = reason is OperationCanceledException cancelled
            ? _answer.TrySetCanceled(cancelled.CancellationToken)
            : _answer.TrySetException(reason);
        if (told)
        {
            Forget();
        }
    }

    public void AnswerAtOnce() => _answer.TrySetResult(default!);

    internal void Succeed(TResult result)
    {
        if (Silo.Codec is { } codec && typeof(TResult) != typeof(Nothing) && result is not IAddressable)
        {
            result = (TResult)codec.RoundTrip(result, typeof(TResult))!;
        }

        if (_answer.TrySetResult(result))
        {
            Forget();
        }
    }

    /// <summary>Calls the method on <paramref name="grain"/>. Written by the compiler.</summary>
    protected abstract ValueTask<TResult> Make(object grain);

    private async Task Await(ValueTask<TResult> made, Activation activation)
    {
        try
        {
            Succeed(await made);
        }
        catch (Exception exception)
        {
            Fail(exception, activation);
        }

        activation.Finish(this);
    }

    private async Task StartFiltered(Activation activation)
    {
        try
        {
            RequestContext.Import(Context);
            var context = new IncomingCallContext(this, activation, Silo.FiltersFor(activation), async () => await Make(activation.GrainInstance!));
            await context.Invoke();
            Succeed(context.Result is TResult result ? result : default!);
        }
        catch (Exception exception)
        {
            Fail(exception, activation);
        }

        activation.Finish(this);
    }

    private void Fail(Exception exception, Activation activation)
    {
        if (exception is InconsistentStateException { IsSourceActivation: true } stale)
        {
            stale.IsSourceActivation = false;
            activation.Deactivate(new(DeactivationReasonCode.ApplicationError, exception, "The state in memory is not the stored one."));
        }

        if (IsOneWay)
        {
            Silo.Log.OneWayCallFailed(exception, this);
        }

        Reject(exception);
    }
}
