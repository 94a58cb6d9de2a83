namespace MonEspaceSante.Domain.Kernel;

/// <summary>What kind of no a refusal is; the edge maps it to an HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request is malformed.</summary>
    Invalid,

    /// <summary>Who asks is not proven.</summary>
    Unauthenticated,

    /// <summary>Who asks may not do this, and may know it.</summary>
    Forbidden,

    /// <summary>There is nothing here for who asks.</summary>
    NotFound,

    /// <summary>There was something here, and it was removed.</summary>
    Gone,

    /// <summary>The thing is here, but cannot be acted on in this way.</summary>
    NotAllowed,

    /// <summary>No form of answer that the client accepts.</summary>
    NotAcceptable,

    /// <summary>The request contradicts what stands.</summary>
    Conflict,

    /// <summary>The request was to hold only under a condition, and the condition does not hold.</summary>
    ConditionFailed,

    /// <summary>Too many bytes.</summary>
    TooLarge,

    /// <summary>A format that is not accepted.</summary>
    Unsupported,

    /// <summary>Well formed, but against a rule of the field.</summary>
    Unprocessable,

    /// <summary>Too often.</summary>
    TooMany,

    /// <summary>Not now; the same request can be repeated later.</summary>
    Unavailable,
}

/// <summary>A no that is an answer, not an accident.</summary>
/// <param name="Code">Stable, lower-case, hyphenated.</param>
/// <param name="Kind">What kind of no.</param>
/// <param name="English">A sentence that the reader can act on.</param>
/// <param name="French">The same in French.</param>
/// <param name="Expression">The element that is wrong, as a path in what was sent, where one is.</param>
public sealed record Refusal(string Code, RefusalKind Kind, string English, string French, string? Expression = null)
{
    /// <summary>After how many seconds the same request may be made again, where it may: for <see cref="RefusalKind.TooMany"/>, an hour if nothing is said.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The same refusal, pointing at <paramref name="expression"/>.</summary>
    public Refusal At(string expression) => this with { Expression = expression };
}
