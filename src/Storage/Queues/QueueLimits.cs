using System.Text;

namespace MonEspaceSante.Storage.Queues;

/// <summary>What a queue takes, whatever the store.</summary>
public static class QueueLimits
{
    /// <summary>The most bytes of a message, in UTF-8: 2 KiB (storage design, section 7: identities and pointers only).</summary>
    public const int MessageBytes = 2 * 1024;

    /// <summary>The most messages of one reception.</summary>
    public const int Reception = 32;

    /// <summary>How long a message may be hidden, before or after a reception: 7 days, the limit of Azure's queues.</summary>
    public static readonly TimeSpan Hidden = TimeSpan.FromDays(7);

    /// <summary>Refuses a message that is too long, or a delay that no store can keep.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The body is longer than 2 KiB, or the delay is negative or above 7 days.</exception>
    internal static void CheckMessage(string body, TimeSpan delay)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Encoding.UTF8.GetByteCount(body), MessageBytes, nameof(body));
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, Hidden);
    }

    /// <summary>Refuses a reception of no or too many messages, or one that no store can hide for so long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not 1 to 32, or the time is not above zero and at most 7 days.</exception>
    internal static void CheckReception(int count, TimeSpan hiddenFor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Reception);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(hiddenFor, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hiddenFor, Hidden);
    }
}
