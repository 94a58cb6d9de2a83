using Microsoft.IdentityModel.Tokens;

namespace MonEspaceSante.Oidc;

/// <summary>
/// The keys that a provider publishes, kept for an hour. A key that is not among them is looked for at the provider once a minute at most:
/// rotation is followed, and a flood of invented keys is not passed on.
/// </summary>
internal sealed class SigningKeys(Func<CancellationToken, Task<Checked<JsonWebKeySet>>> fetch, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _fetching = new(1);
    private Kept _kept = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>The key <paramref name="id"/>; a fault where the provider does not publish it, or cannot be asked and no key is fresh.</summary>
    public async Task<Checked<JsonWebKey>> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (_kept.Find(id, time.GetUtcNow()) is { } known)
        {
            return known;
        }

        await _fetching.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_kept.Find(id, now) is { } found)
            {
                return found;
            }

            if (now < _kept.AskedAt + Pause)
            {
                return OidcFault.KeyUnknown;
            }

            var fetched = await fetch(cancellationToken);
            _kept = fetched.Believed ? new(fetched.Value.Keys, now + Freshness, now) : _kept with { AskedAt = now };
            return fetched.Fault is { } fault ? fault : _kept.Find(id, now) is { } rotated ? rotated : OidcFault.KeyUnknown;
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private sealed record Kept(IList<JsonWebKey> Keys, DateTimeOffset FreshUntil, DateTimeOffset AskedAt)
    {
        public JsonWebKey? Find(string id, DateTimeOffset now) => now < FreshUntil ? Keys.FirstOrDefault(key => key.Kid == id && (key.Use is null or "sig")) : null;
    }
}
