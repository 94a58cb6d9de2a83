using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Quotas;

/// <summary>What happens to somebody's right to come in at all.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Stopped), "stopped")]
public abstract record QuotaEvent
{
    private QuotaEvent()
    {
    }

    /// <summary>Too many spaces in too short a time: stopped until then, restarts of the platform included.</summary>
    public sealed record Stopped(DateTimeOffset At, DateTimeOffset Until) : QuotaEvent;
}

/// <summary>
/// How many different spaces one professional or structure touches in an hour (security design, rule 16): what stops a thief who walks
/// through thousands of patients with one stolen identity. The window lives in memory; a stop is journaled.
/// </summary>
/// <param name="perHour">The most different spaces in an hour.</param>
public sealed class ActivityQuota(int perHour)
{
    /// <summary>Start value for professionals.</summary>
    public const int Professionals = 300;

    /// <summary>Start value for structures: a national laboratory group at its peak.</summary>
    public const int Structures = 100_000;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Dictionary<SpaceId, DateTimeOffset> _touched = [];
    private readonly Queue<(SpaceId Space, DateTimeOffset At)> _order = [];
    private DateTimeOffset _stoppedUntil;

    /// <summary>Takes in an event.</summary>
    public void Apply(QuotaEvent happened) => _stoppedUntil = happened switch
    {
        QuotaEvent.Stopped stopped => stopped.Until,
        _ => throw new InvalidOperationException($"A quota does not know the event {happened.GetType().Name}."),
    };

    /// <summary>May <paramref name="space"/> be touched at <paramref name="at"/>? Counts it if so.</summary>
    public Decision<QuotaEvent, Done> Touch(SpaceId space, DateTimeOffset at)
    {
        if (at < _stoppedUntil)
        {
            return QuotaRefusals.Stopped;
        }

        while (_order.TryPeek(out var oldest) && oldest.At <= at - Window)
        {
            _order.Dequeue();
            _touched.Remove(oldest.Space);
        }

        if (_touched.ContainsKey(space))
        {
            return Done.Answer;
        }

        if (_touched.Count >= perHour)
        {
            return new([new QuotaEvent.Stopped(at, at + Window)], QuotaRefusals.Stopped, []);
        }

        _touched.Add(space, at);
        _order.Enqueue((space, at));
        return Done.Answer;
    }
}

/// <summary>Why somebody is stopped.</summary>
public static class QuotaRefusals
{
    /// <summary>Too many different spaces in an hour.</summary>
    public static readonly Refusal Stopped = new("activity-quota-exceeded", RefusalKind.TooMany,
        "Too many different health spaces within an hour: access is stopped for an hour, and reported.",
        "Trop d’espaces de santé différents en une heure : l’accès est suspendu une heure, et signalé.");

    /// <summary>Too many proofs of one history in an hour.</summary>
    public static readonly Refusal TooManyProofs = new("history-proofs-exceeded", RefusalKind.TooMany,
        "Too many proofs of this history within an hour: the last one is still good.",
        "Trop de preuves de cet historique en une heure : la dernière reste bonne.");
}
