using Microsoft.Extensions.Logging;

namespace MonEspaceSante.Grains.Due;

/// <summary>How long after a call in vain the next one comes: as for outboxes (storage design, section 7), without end.</summary>
internal static class DueRetries
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)];
    private static readonly TimeSpan Alarm = TimeSpan.FromHours(24);

    /// <summary>The wait after <paramref name="tries"/> earlier calls in vain.</summary>
    public static TimeSpan After(int tries) => Waits[Math.Min(tries, Waits.Length - 1)];

    /// <summary>What is a day late needs an operator.</summary>
    public static LogLevel Level(TimeSpan late) => late < Alarm ? LogLevel.Warning : LogLevel.Error;
}
