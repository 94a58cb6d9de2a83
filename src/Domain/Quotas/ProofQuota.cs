namespace MonEspaceSante.Domain.Quotas;

/// <summary>How many proofs of their history one person takes away in an hour: each reads the whole journal. The window lives in memory.</summary>
public sealed class ProofQuota
{
    /// <summary>The most proofs in an hour.</summary>
    public const int PerHour = 20;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> _given = [];

    /// <summary>May one more be given at <paramref name="at"/>?</summary>
    public bool Allows(DateTimeOffset at)
    {
        while (_given.TryPeek(out var oldest) && oldest <= at - Window)
        {
            _given.Dequeue();
        }

        return _given.Count < PerHour;
    }

    /// <summary>One was given at <paramref name="at"/>.</summary>
    public void Count(DateTimeOffset at) => _given.Enqueue(at);
}
