namespace Orleans.Runtime;

/// <summary>Something an activation is asked to do, in turns of its own: a call, a timer's tick, a delivery of a stream.</summary>
internal abstract class Work
{
    /// <summary>The next in the activation's waiting line.</summary>
    public Work? Next { get; set; }

    /// <summary>What travels with it.</summary>
    public Dictionary<string, object>? Context { get; set; }

    public CallOptions Options { get; protected init; }

    /// <summary>Whether nobody waits for it any more.</summary>
    public abstract bool IsAbandoned { get; }

    /// <summary>Begins, within a turn of <paramref name="activation"/>, and tells it when it has ended. Never throws.</summary>
    public abstract void Start(Activation activation);

    /// <summary>Will not be done.</summary>
    public abstract void Reject(Exception reason);

    /// <summary>Goes to the activation of its grain: at first, and again each time when that one has ended before it could begin.</summary>
    public abstract void Send();
}
