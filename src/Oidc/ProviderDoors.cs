using Microsoft.IdentityModel.Tokens;

namespace MonEspaceSante.Oidc;

/// <summary>What a provider publishes of itself: its doors, asked for once an hour, and its keys.</summary>
internal sealed class ProviderDoors : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(1);

    private readonly ProviderSettings _settings;
    private readonly ProviderHttp _http;
    private readonly TimeProvider _time;
    private volatile Kept? _kept;

    public ProviderDoors(ProviderSettings settings, ProviderHttp http, TimeProvider time)
    {
        (_settings, _http, _time) = (settings, http, time);
        Keys = new(FetchKeysAsync, time);
    }

    public SigningKeys Keys { get; }

    /// <summary>Where the provider's doors are.</summary>
    public async Task<Checked<ProviderMetadata>> FindAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (_kept is { } kept && now < kept.Until)
        {
            return kept.Metadata;
        }

        var answer = await _http.GetAsync(_settings.Discovery, null, cancellationToken);
        if (!answer.Believed)
        {
            return OidcFault.ProviderUnavailable;
        }

        var read = ProviderMetadata.Read(answer.Value.Body, _settings);
        if (read.Believed)
        {
            _kept = new(read.Value, now + Freshness);
        }

        return read;
    }

    public void Dispose() => Keys.Dispose();

    private async Task<Checked<JsonWebKeySet>> FetchKeysAsync(CancellationToken cancellationToken)
    {
        var doors = await FindAsync(cancellationToken);
        if (!doors.Believed)
        {
            return doors.Fault.Value;
        }

        var answer = await _http.GetAsync(doors.Value.Keys, null, cancellationToken);
        try
        {
            return answer.Believed ? new JsonWebKeySet(answer.Value.Body) : OidcFault.ProviderUnavailable;
        }
        catch (ArgumentException)
        {
            // No key set, whatever it is.
            return OidcFault.ProviderUnavailable;
        }
    }

    private sealed record Kept(ProviderMetadata Metadata, DateTimeOffset Until);
}
