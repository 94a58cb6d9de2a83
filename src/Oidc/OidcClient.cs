using System.Text.Json;

namespace MonEspaceSante.Oidc;

/// <summary>
/// We as the client of one OpenID Connect provider: authorisation code with PKCE, identity tokens and claims checked, sign-out
/// (OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0).
/// </summary>
public sealed class OidcClient : IDisposable
{
    private const int LongestSubject = 255;

    private readonly ProviderSettings _settings;
    private readonly ProviderHttp _http;
    private readonly ProviderDoors _doors;
    private readonly TokenJudge _judge;

    /// <summary>A client of the provider of <paramref name="settings"/>; asks it for nothing yet.</summary>
    public OidcClient(ProviderSettings settings, ProviderHttp http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _http, _doors) = (settings, http, new(settings, http, time));
        _judge = new(settings.Issuer.OriginalString, _doors.Keys, time);
    }

    /// <summary>The provider's own name.</summary>
    public string Issuer => _settings.Issuer.OriginalString;

    /// <summary>Where to send the browser to for <paramref name="pending"/>.</summary>
    public async Task<Checked<Uri>> AuthorizeAsync(PendingSignIn pending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pending);
        var doors = await _doors.FindAsync(cancellationToken);
        if (!doors.Believed)
        {
            return doors.Fault.Value;
        }

        Dictionary<string, string> parameters = new()
        {
            ["response_type"] = "code", ["client_id"] = _settings.ClientId, ["redirect_uri"] = _settings.RedirectUri.OriginalString,
            ["scope"] = string.Join(' ', _settings.Scopes), ["state"] = pending.State, ["nonce"] = pending.Nonce,
            ["code_challenge"] = pending.Challenge, ["code_challenge_method"] = "S256",
        };
        if (_settings.Levels is [var level, ..])
        {
            parameters["acr_values"] = level;
        }

        return With(doors.Value.Authorization, parameters);
    }

    /// <summary>Who came back from the provider with <paramref name="code"/> and <paramref name="state"/>.</summary>
    public async Task<Checked<AuthenticatedPerson>> CompleteAsync(PendingSignIn pending, string? state, string? code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pending);
        if (!pending.Expects(state) || code is not { Length: > 0 and <= 2048 })
        {
            return OidcFault.StateWrong;
        }

        var tokens = await RedeemAsync(pending, code, cancellationToken);
        if (!tokens.Believed)
        {
            return tokens.Fault.Value;
        }

        var identity = await IdentityAsync(pending, tokens.Value.Text("id_token"), cancellationToken);
        if (!identity.Believed)
        {
            return identity.Fault.Value;
        }

        var subject = identity.Value.Text("sub")!;
        var told = await UserInfoAsync(tokens.Value.Text("access_token"), subject, cancellationToken);
        return told.Believed
            ? new AuthenticatedPerson(subject, identity.Value.Text("acr"), told.Value, tokens.Value.Text("id_token")!)
            : told.Fault.Value;
    }

    /// <summary>Whose access token <paramref name="token"/> is, where it was issued for calls to us and the provider still honours it.</summary>
    public async Task<Checked<BearerOfToken>> RecogniseAsync(string? token, CancellationToken cancellationToken)
    {
        var judged = await _judge.JudgeAsync(token, _settings.Audience, ends: true, cancellationToken);
        if (!judged.Believed)
        {
            return judged.Fault.Value;
        }

        if (judged.Value.Text("sub") is not { Length: <= LongestSubject } subject)
        {
            return OidcFault.SubjectWrong;
        }

        var told = await UserInfoAsync(token, subject, cancellationToken);
        return told.Believed ? new BearerOfToken(judged.Value, told.Value) : told.Fault.Value;
    }

    /// <summary>Where to send the browser to, so that the person is signed out at the provider too; nowhere if it has no such door.</summary>
    public async Task<Uri?> SignOutAsync(string idToken, CancellationToken cancellationToken)
    {
        if (await _doors.FindAsync(cancellationToken) is not { Value.EndSession: { } door })
        {
            return null;
        }

        Dictionary<string, string> parameters = new() { ["id_token_hint"] = idToken };
        if (_settings.SignedOutUri is { } back)
        {
            parameters["post_logout_redirect_uri"] = back.OriginalString;
        }

        return With(door, parameters);
    }

    /// <inheritdoc/>
    public void Dispose() => _doors.Dispose();

    private async Task<Checked<Claims>> RedeemAsync(PendingSignIn pending, string code, CancellationToken cancellationToken)
    {
        var doors = await _doors.FindAsync(cancellationToken);
        if (!doors.Believed)
        {
            return doors.Fault.Value;
        }

        var answer = await _http.PostAsync(
            doors.Value.Token,
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = _settings.RedirectUri.OriginalString,
                ["code_verifier"] = pending.Verifier, ["client_id"] = _settings.ClientId, ["client_secret"] = _settings.ClientSecret,
            },
            cancellationToken);
        return answer.Believed ? ClaimsReading.Read(answer.Value.Body) : answer.Fault.Value;
    }

    // OpenID Connect Core, section 3.1.3.7.
    private async Task<Checked<Claims>> IdentityAsync(PendingSignIn pending, string? token, CancellationToken cancellationToken)
    {
        var judged = await _judge.JudgeAsync(token, _settings.ClientId, ends: true, cancellationToken);
        if (judged.Value is not { } claims)
        {
            return judged;
        }

        var shared = claims.Json.GetProperty("aud") is { ValueKind: JsonValueKind.Array } audiences && audiences.GetArrayLength() > 1;
        return (claims.Text("azp") ?? (shared ? "" : _settings.ClientId)) != _settings.ClientId ? OidcFault.AudienceWrong
            : claims.Text("nonce") != pending.Nonce ? OidcFault.NonceWrong
            : claims.Text("sub") is not { Length: <= LongestSubject } ? OidcFault.SubjectWrong
            : _settings.Levels.Count > 0 && !_settings.Levels.Contains(claims.Text("acr")) ? OidcFault.LevelTooLow
            : judged;
    }

    // Section 5.3: plain JSON, or signed for us; and of the person that the token is about, or it is somebody else's (5.3.2).
    private async Task<Checked<Claims>> UserInfoAsync(string? accessToken, string subject, CancellationToken cancellationToken)
    {
        var doors = await _doors.FindAsync(cancellationToken);
        if (!doors.Believed)
        {
            return doors.Fault.Value;
        }

        var answer = await _http.GetAsync(doors.Value.UserInfo, accessToken, cancellationToken);
        if (!answer.Believed)
        {
            return answer.Fault.Value;
        }

        var told = answer.Value.MediaType == "application/jwt"
            ? await _judge.JudgeAsync(answer.Value.Body, _settings.ClientId, ends: false, cancellationToken)
            : ClaimsReading.Read(answer.Value.Body);
        return told.Believed && told.Value.Text("sub") != subject ? OidcFault.SubjectWrong : told;
    }

    private static Uri With(Uri address, Dictionary<string, string> parameters) => new(
        $"{address.OriginalString}{(address.Query.Length == 0 ? '?' : '&')}"
        + string.Join('&', parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")));
}
