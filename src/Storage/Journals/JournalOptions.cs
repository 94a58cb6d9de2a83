namespace MonEspaceSante.Storage.Journals;

/// <summary>Limits of journals. The defaults are those of the storage design, sections 4.4 and 4.5.</summary>
public sealed record JournalOptions
{
    /// <summary>The blocks after which a segment is closed and the next one begins. Azure refuses block 50,001.</summary>
    public int MaxBlocks { get; init; } = 40_000;

    /// <summary>The bytes after which a segment is closed and the next one begins; the last block may go over.</summary>
    public long MaxSegmentBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How long an append may take with all of its tries; past it the outcome is unknown.</summary>
    public TimeSpan AppendDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many times an append is tried, always the same bytes at the same position.</summary>
    public int AppendTries { get; init; } = 6;

    /// <summary>The wait after the first try that got no answer; each next wait is twice as long, and half of each is left to chance.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(20);
}
