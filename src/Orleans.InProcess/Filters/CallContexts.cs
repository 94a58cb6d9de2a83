using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>What both directions share: the filters, one after the other, and then the call itself.</summary>
internal abstract class CallContext(GrainCall call, int filterCount, Func<Task<object?>> make)
{
    // As Orleans does for callers outside of any grain of the silo.
    private static readonly GrainId Client = GrainId.Create("sys.client", "in-process");

    private int _passed;

    public IInvokable Request => call;

    public MethodInfo InterfaceMethod => call.Method.Method;

    public string InterfaceName => call.Method.InterfaceName;

    public string MethodName => call.Method.Method.Name;

    public GrainId? SourceId => call.Source?.GrainId ?? Client;

    public GrainId TargetId => call.Target.GrainId;

    public object? Result { get; set; }

    protected GrainCall Call => call;

    public async Task Invoke()
    {
        if (_passed < filterCount)
        {
            await Pass(_passed++);
        }
        else
        {
            Result = await make();
        }
    }

    protected abstract Task Pass(int filter);
}

internal sealed class IncomingCallContext(GrainCall call, Activation activation, IIncomingGrainCallFilter[] filters, Func<Task<object?>> make)
    : CallContext(call, filters.Length, make), IIncomingGrainCallContext
{
    public object Grain => activation.GrainInstance!;

    public IGrainContext TargetContext => activation;

    public MethodInfo ImplementationMethod => Call.Method.ImplementationIn(Grain.GetType());

    protected override Task Pass(int filter) => filters[filter].Invoke(this);
}

internal sealed class OutgoingCallContext(GrainCall call, IOutgoingGrainCallFilter[] filters, Func<Task<object?>> make)
    : CallContext(call, filters.Length, make), IOutgoingGrainCallContext
{
    public object Grain => Call.Target;

    public IGrainContext? SourceContext => Call.Source;

    protected override Task Pass(int filter) => filters[filter].Invoke(this);
}
