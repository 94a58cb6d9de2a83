using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>One call of one method of one grain.</summary>
internal abstract class GrainCall : Work, IInvokable
{
    private CallCancellation? _cancellation;

    protected GrainCall(GrainReference target, GrainMethod method)
    {
        Target = target;
        Method = method;
        Options = method.Options;
        Context = RequestContext.Export();
        Source = Activation.Current;
    }

    public GrainReference Target { get; }

    public GrainMethod Method { get; }

    /// <summary>The activation that calls; <see langword="null"/> when a client does.</summary>
    public Activation? Source { get; }

    public bool IsOneWay => (Options & CallOptions.OneWay) != 0;

    /// <summary>When it was sent, as a timestamp of the silo's clock.</summary>
    public long SentAt { get; set; }

    // Links of the silo's list of pending calls.
    public GrainCall? Newer { get; set; }

    public GrainCall? Older { get; set; }

    public PendingCalls.Lane? Lane { get; set; }

    protected Silo Silo => Target.Factory.Silo;

    public override void Send() => Target.GrainClass.Post(Target.Key, this);

    /// <summary>Ends the wait of the caller. The grain may still be at it.</summary>
    public void TimeOut()
    {
        var timeout = Silo.ResponseTimeout;
        Reject(new TimeoutException($"Response did not arrive on time in {timeout} for the call {this}."));
        _cancellation?.Cancel();
    }

    /// <summary>Gives the grain a token of its own, which is cancelled when the caller cancels or gives up.</summary>
    public void OfferCancellation()
    {
        var caller = GetCancellationToken();
        _cancellation = new CallCancellation(this);
        SetCancellationToken(_cancellation.Token);
        _cancellation.Follow(caller);
    }

    public virtual CancellationToken GetCancellationToken() => default;

    public int GetArgumentCount() => Method.ArgumentFields.Length;

    public object? GetArgument(int index) => Method.ArgumentFields[index].GetValue(this);

    public void SetArgument(int index, object value) => Method.ArgumentFields[index].SetValue(this, value);

    public MethodInfo GetMethod() => Method.Method;

    public string GetMethodName() => Method.Method.Name;

    public string GetInterfaceName() => Method.InterfaceName;

    public Type GetInterfaceType() => Method.Method.DeclaringType!;

    public override string ToString() => $"{GetInterfaceName()}.{GetMethodName()} to {Target.GrainId}";

    // Called by generated code, to give every method one kind of result.
    public static ValueTask<Nothing> WithNothing(Task task) => WithNothing(new ValueTask(task));

    public static ValueTask<Nothing> WithNothing(ValueTask task)
    {
        return task.IsCompletedSuccessfully ? default : Awaited(task);

        static async ValueTask<Nothing> Awaited(ValueTask task)
        {
            await task;
            return default;
        }
    }

    protected virtual void SetCancellationToken(CancellationToken token)
    {
    }

    protected void StartsOn(Activation activation)
    {
        if (_cancellation is { } cancellation)
        {
            cancellation.RunsOn = activation;
        }
    }

    /// <summary>The caller has its answer.</summary>
    protected void Forget()
    {
        _cancellation?.End();
        Lane?.Remove(this);
    }
}
