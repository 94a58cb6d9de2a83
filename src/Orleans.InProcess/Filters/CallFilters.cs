using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans;

/// <summary>A call on its way through the filters.</summary>
public interface IGrainCallContext
{
    /// <summary>The arguments.</summary>
    IInvokable Request { get; }

    /// <summary>The grain's object, or on the way out the reference that is called.</summary>
    object Grain { get; }

    /// <summary>The interface's method.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The full name of the interface that declares the method.</summary>
    string InterfaceName { get; }

    /// <summary>The method's name.</summary>
    string MethodName { get; }

    /// <summary>Who calls; a client has an id of type <c>sys.client</c>.</summary>
    GrainId? SourceId { get; }

    /// <summary>Who is called.</summary>
    GrainId TargetId { get; }

    /// <summary>What the caller will get. Set by the call; a filter may replace it, or set it without going on.</summary>
    object? Result { get; set; }

    /// <summary>Goes on: to the next filter, and after the last to the grain.</summary>
    Task Invoke();
}

/// <summary>A call that has reached its grain.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that is called.</summary>
    IGrainContext TargetContext { get; }

    /// <summary>The class's method.</summary>
    MethodInfo ImplementationMethod { get; }
}

/// <summary>A call that leaves its caller.</summary>
public interface IOutgoingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that calls; <see langword="null"/> when a client does.</summary>
    IGrainContext? SourceContext { get; }
}

/// <summary>Stands before every grain of a silo, or, implemented by a grain class, before that grain. Runs in turns of the grain.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Handles a call: usually awaits <see cref="IGrainCallContext.Invoke"/>. What it throws is what the caller gets.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}

/// <summary>Stands behind every caller of a silo or client.</summary>
public interface IOutgoingGrainCallFilter
{
    /// <summary>Handles a call: usually awaits <see cref="IGrainCallContext.Invoke"/>. What it throws is what the caller gets.</summary>
    Task Invoke(IOutgoingGrainCallContext context);
}

/// <summary>An incoming filter as a delegate.</summary>
public delegate Task IncomingGrainCallFilterDelegate(IIncomingGrainCallContext context);

/// <summary>An outgoing filter as a delegate.</summary>
public delegate Task OutgoingGrainCallFilterDelegate(IOutgoingGrainCallContext context);
