using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>A timer of one activation. It ends with the activation, or when disposed.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Ticks next after <paramref name="dueTime"/> and then every <paramref name="period"/>; infinite means never. Within a tick it counts from its end.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>When and how a grain timer ticks.</summary>
public readonly struct GrainTimerCreationOptions
{
    /// <summary>Ticks neither interleave nor keep the activation alive.</summary>
    public GrainTimerCreationOptions()
    {
    }

    /// <summary>First after <paramref name="dueTime"/>, then every <paramref name="period"/>.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>From registration to the first tick; infinite means never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>From the end of one tick to the next; infinite means one tick only.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether a tick starts between the turns of other calls, instead of waiting for them to end.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick counts as use, so that a ticking activation is not idle.</summary>
    public bool KeepAlive { get; init; }
}
