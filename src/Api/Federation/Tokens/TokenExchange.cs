using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Federation;
using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Federation.Tokens;

/// <summary>
/// Exchanges a Pro Santé Connect token, which says who acts, for one of ours, good with the certificate that it was brought with (RFC 8693; the
/// national guide on securing REST transport).
/// </summary>
internal sealed partial class TokenExchange(
    Providers providers, PractisingProfessionals practising, BoundTokens tokens, IGrainFactory grains, TimeProvider time, ILogger<TokenExchange> logger)
{
    /// <summary>Both for assertions, from their issue, and for what they are exchanged for (security design, rules 13 and 22).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>A token for who acts in <paramref name="organisation"/>.</summary>
    /// <param name="organisation">The structure, by its certificate.</param>
    /// <param name="assertion">The Pro Santé Connect access token.</param>
    /// <param name="exercise">Which exercise, where the person has several there: profession, or profession^speciality.</param>
    /// <param name="cancellationToken">Ends the wait for Pro Santé Connect.</param>
    public async Task<Outcome<IssuedToken>> ExchangeAsync(
        Caller.Organisation organisation, string? assertion, string? exercise, CancellationToken cancellationToken)
    {
        if (providers.Professionals is not { } proSanteConnect)
        {
            return FederationRefusals.Unavailable;
        }

        var recognised = await proSanteConnect.RecogniseAsync(assertion, cancellationToken);
        if (!recognised.Believed)
        {
            LogRefused(logger, recognised.Fault.Value.ToString());
            return recognised.Fault is OidcFault.ProviderUnavailable ? FederationRefusals.Unavailable : FederationRefusals.AssertionRefused;
        }

        var (token, person) = recognised.Value;
        if (Fault(token, organisation) is { } fault)
        {
            LogRefused(logger, fault);
            return FederationRefusals.AssertionRefused;
        }

        var here = practising.Of(person, organisation.CertificateDigest, organisation.Id)
            .Where(professional => professional.Structure?.Id == organisation.Id).ToList();
        var meant = here.Where(professional => exercise is null || Names(exercise, professional)).ToList();
        if (meant.Count != 1)
        {
            LogRefused(logger, "ExercisesInStructure");
            return here.Count == 0 ? FederationRefusals.AssertionRefused : FederationRefusals.ExerciseAmbiguous;
        }

        return await IssueAsync(meant[0], organisation, token);
    }

    private async Task<Outcome<IssuedToken>> IssueAsync(Caller.Professional professional, Caller.Organisation organisation, Claims assertion)
    {
        using var acting = CallerContext.Become(SignInDesk.Component);
        if (!await Spent(assertion).Spend())
        {
            LogRefused(logger, "Replayed");
            return FederationRefusals.AssertionRefused;
        }

        var now = time.GetUtcNow();
        var ends = Earliest(now + Longest, Moment(assertion, "exp"));
        return new IssuedToken(await tokens.IssueAsync(new(professional, organisation.CertificateDigest, now, ends)), ends - now);
    }

    // What a signature does not say: young, of one use, and not bound to somebody else's certificate (RFC 8705, section 3.1).
    private string? Fault(Claims assertion, Caller.Organisation organisation) =>
        Moment(assertion, "iat") is not { } issued || time.GetUtcNow() - issued > Longest ? "TooOld"
        : assertion.Text("jti") is null ? "WithoutIdentity"
        : assertion.Json.TryGetProperty("cnf", out var confirmation) && !IsFor(confirmation, organisation) ? "ForAnotherCertificate"
        : null;

    private ISpentAssertionGrain Spent(Claims assertion) => grains.GetGrain<ISpentAssertionGrain>(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{providers.Professionals!.Issuer}\n{assertion.Text("jti")}"))));

    private static bool IsFor(JsonElement confirmation, Caller.Organisation organisation) =>
        confirmation.ValueKind is JsonValueKind.Object && confirmation.TryGetProperty("x5t#S256", out var thumbprint)
        && thumbprint.ValueKind is JsonValueKind.String && thumbprint.GetString() == Thumbprint(organisation.CertificateDigest);

    /// <summary>The digest of a certificate as tokens write it (RFC 8705, section 3.1).</summary>
    public static string Thumbprint(string digest) => Base64Url.EncodeToString(Convert.FromHexString(digest));

    private static bool Names(string exercise, Caller.Professional professional) =>
        exercise == professional.Profession || exercise == $"{professional.Profession}^{professional.Speciality}";

    private static DateTimeOffset? Moment(Claims claims, string name) =>
        claims.Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds)
        && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset? other) => other is { } earlier && earlier < one ? earlier : one;

    [LoggerMessage(1302, LogLevel.Warning, "An assertion was refused: {Fault}.")]
    private static partial void LogRefused(ILogger logger, string fault);
}

/// <summary>A token of ours.</summary>
internal sealed record IssuedToken(string Token, TimeSpan Lifetime);
