namespace Orleans;

/// <summary>Why an activation ends.</summary>
public readonly struct DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
{
    /// <summary>A reason without an exception.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, null, text)
    {
    }

    /// <summary>The kind of reason.</summary>
    public DeactivationReasonCode ReasonCode { get; } = code;

    /// <summary>The sentence that says it.</summary>
    public string Description { get; } = text;

    /// <summary>What failed, if something did.</summary>
    public Exception? Exception { get; } = exception;

    /// <inheritdoc/>
    public override string ToString() => $"{ReasonCode}: {Description}";
}

/// <summary>The kinds of reasons, numbered as in Orleans; the stand-in gives only some of them.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>Not deactivating.</summary>
    None = 0,

    /// <summary>The host stops.</summary>
    ShuttingDown = 1,

    /// <summary>The grain's activation failed.</summary>
    ActivationFailed = 2,

    /// <summary>The activation could not be registered in the cluster. Not given in one process.</summary>
    DirectoryFailure = 3,

    /// <summary>Nobody used the activation for its collection age.</summary>
    ActivationIdle = 4,

    /// <summary>The activation does not answer. Not given here: a stuck call stays.</summary>
    ActivationUnresponsive = 5,

    /// <summary>The grain is active elsewhere. Not given in one process.</summary>
    DuplicateActivation = 6,

    /// <summary>A call of another version came. Not given in one process.</summary>
    IncompatibleRequest = 7,

    /// <summary>The grain let an <see cref="Storage.InconsistentStateException"/> escape: its state is not the stored one.</summary>
    ApplicationError = 8,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested = 9,

    /// <summary>The activation moves elsewhere. Not given in one process.</summary>
    Migrating = 10,

    /// <summary>The engine asked for it.</summary>
    RuntimeRequested = 11,

    /// <summary>Memory is short. Not given here.</summary>
    HighMemoryPressure = 12,
}
