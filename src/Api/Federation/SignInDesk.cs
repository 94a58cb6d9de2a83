using System.Security.Cryptography;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Federation;
using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Federation;

/// <summary>
/// Sends browsers to a provider and takes them back. The attempt, which the browser's own session keeps, and the state, which goes round by the
/// provider, are two secrets: an answer caught on the way opens nothing elsewhere (RFC 9700, section 4.7).
/// </summary>
internal sealed partial class SignInDesk(IGrainFactory grains, TryGate gate, ILogger<SignInDesk> logger)
{
    public static readonly Caller Component = new Caller.Platform("federation");

    // 128 bits in hexadecimal.
    private const int AttemptLength = 32;

    /// <summary>A sign-in begins at <paramref name="provider"/>, for <paramref name="purpose"/>.</summary>
    public async Task<Outcome<SentOff>> StartAsync(OidcClient? provider, string purpose, CancellationToken cancellationToken)
    {
        if (provider is null)
        {
            return FederationRefusals.Unavailable;
        }

        var pending = PendingSignIn.New();
        var location = await provider.AuthorizeAsync(pending, cancellationToken);
        if (!location.Believed)
        {
            LogRefused(logger, purpose, location.Fault.Value);
            return FederationRefusals.Unavailable;
        }

        using var acting = CallerContext.Become(Component);
        var attempt = RandomNumberGenerator.GetHexString(AttemptLength, lowercase: true);
        await grains.GetGrain<IFederatedSignInGrain>(attempt).Begin(new(purpose, pending.State, pending.Nonce, pending.Verifier));
        return new SentOff(attempt, location.Value);
    }

    /// <summary>Who came back; whatever is wrong, a stranger hears the same. A try of the source, given back where the provider vouches for somebody.</summary>
    public async Task<Outcome<AuthenticatedPerson>> CompleteAsync(OidcClient? provider, string purpose, CameBack back, HttpContext context)
    {
        if (provider is null)
        {
            return FederationRefusals.Unavailable;
        }

        var person = await RecogniseAsync(provider, purpose, back, context.RequestAborted);
        if (person.Accepted)
        {
            await gate.OpenedAsync(context, 1);
        }

        return person;
    }

    /// <summary>The attempt <paramref name="token"/>: only what can be one of ours becomes the key of a grain.</summary>
    public IFederatedSignInGrain? Find(string? token) =>
        token is { Length: AttemptLength } && token.All(char.IsAsciiHexDigitLower) ? grains.GetGrain<IFederatedSignInGrain>(token) : null;

    private async Task<Outcome<AuthenticatedPerson>> RecogniseAsync(OidcClient provider, string purpose, CameBack back, CancellationToken cancellationToken)
    {
        using var acting = CallerContext.Become(Component);
        if (Find(back.Attempt) is not { } attempt || await attempt.Take() is not { Accepted: true, Value: { } awaited } || awaited.Purpose != purpose)
        {
            return FederationRefusals.Refused;
        }

        var person = await provider.CompleteAsync(new(awaited.State, awaited.Nonce, awaited.Verifier), back.State, back.Code, cancellationToken);
        if (person.Believed)
        {
            return person.Value;
        }

        LogRefused(logger, purpose, person.Fault.Value);
        return person.Fault is OidcFault.ProviderUnavailable ? FederationRefusals.Unavailable : FederationRefusals.Refused;
    }

    [LoggerMessage(1301, LogLevel.Information, "A sign-in by way of a provider was refused: {Purpose}, {Fault}.")]
    private static partial void LogRefused(ILogger logger, string purpose, OidcFault fault);
}

/// <summary>A browser on its way to a provider.</summary>
/// <param name="Attempt">What the browser's session keeps to itself, and gives when it is back.</param>
/// <param name="Location">Where to send it.</param>
internal sealed record SentOff(string Attempt, Uri Location);

/// <summary>A browser that is back from a provider.</summary>
/// <param name="Attempt">What it was given when it was sent off.</param>
/// <param name="Code">What the provider gave it for us.</param>
/// <param name="State">What it carried there and back.</param>
internal sealed record CameBack(string? Attempt, string? Code, string? State);
