using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>The state in memory is not the one that is stored. A grain that lets it escape is deactivated, so that the next call rereads.</summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>Without a message.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>With a message.</summary>
    public InconsistentStateException(string message) : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    public InconsistentStateException(string message, Exception innerException) : base(message, innerException)
    {
    }

    // Only the activation that it comes from is stale; callers that it passes through are not.
    internal bool IsSourceActivation { get; set; } = true;
}
