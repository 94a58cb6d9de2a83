namespace MonEspaceSante.Storage.Simulated;

/// <summary>What may go wrong with one storage call (storage design, section 16).</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The store says 503: no effect.</summary>
    Refused,

    /// <summary>The request is lost on its way: no effect, and no answer.</summary>
    Dropped,

    /// <summary>The effect took place, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>The request takes seconds, sometimes longer than its caller waits.</summary>
    Delayed,

    /// <summary>The request arrives twice.</summary>
    Duplicated,

    /// <summary>The caller is told that the outcome is unknown, and the request arrives long after.</summary>
    Late,

    /// <summary>The caller's process ends before the request has left.</summary>
    CrashBefore,

    /// <summary>The caller's process ends after the effect, before the answer.</summary>
    CrashAfter,
}

/// <summary>The caller's process has ended: none of its code would run any more, so nothing may catch this and go on.</summary>
public sealed class SimulatedCrashException() : Exception("The simulated process has crashed.");

/// <summary>Chooses what goes wrong, and how long things take.</summary>
public interface IFaultPlan
{
    /// <summary>What becomes of the next call.</summary>
    Fault Next();

    /// <summary>How long a request or an answer travels.</summary>
    TimeSpan Latency();

    /// <summary>How much longer a delayed, repeated or late request travels.</summary>
    TimeSpan Delay();
}
