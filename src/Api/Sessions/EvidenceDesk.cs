using System.Text.Json;
using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Credentials.Passkeys;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Api.Sessions;

/// <summary>
/// One proof, by one means: <c>password</c>; <c>attempt</c> and <c>code</c> where a code was sent; <c>code</c> alone from an authenticator app or a
/// list of recovery codes; <c>ceremony</c> and <c>credential</c> by a passkey.
/// </summary>
internal sealed record ProofRequest(
    string? Password = null, string? Attempt = null, string? Code = null, string? Ceremony = null, JsonElement? Credential = null);

/// <summary>Reads what somebody brings to prove who they are, and checks what is slow to check.</summary>
internal sealed class EvidenceDesk(AccountDirectory accounts, Passwords passwords, OneTimeCodes codes, RecoveryCodes recovery, PasskeyDesk passkeys)
{
    /// <summary>The proof that who is signed in to <paramref name="space"/> brings; <see langword="null"/> where there is none, or more than one.</summary>
    public async Task<Evidence?> OfProofAsync(ProofRequest request, SpaceId space, HttpContext context) => request switch
    {
        { Password: { } password, Attempt: null, Code: null, Ceremony: null } => passwords.Check(password, await accounts.Of(space).PasswordHash()),
        { Password: null, Attempt: { } attempt, Code: { } code, Ceremony: null } => await codes.EvidenceAsync(attempt, code),
        { Password: null, Attempt: null, Code: { } code, Ceremony: null } => await OfCodeAsync(null, code),
        { Password: null, Attempt: null, Code: null, Ceremony: { } ceremony, Credential: { } credential } =>
            await passkeys.CheckAsync(ceremony, credential, PasskeyPurpose.Proof(space), null, context) is { } used && used.Space == space ? used.Evidence : null,
        _ => null,
    };

    /// <summary>The second factor that completes an attempt: what was sent, what the app shows, or a recovery code.</summary>
    public async Task<Evidence> OfAttemptAsync(string attempt, string? code, SpaceId space) =>
        CredentialRules.ReadCode(code) is null && await accounts.Of(space).Awaits(attempt) is not Factor.Authenticator
            ? await codes.EvidenceAsync(attempt, code)
            : await OfCodeAsync(attempt, code ?? "");

    private async Task<Evidence> OfCodeAsync(string? attempt, string code) => CredentialRules.ReadCode(code) is { } recoveryCode
        ? new Evidence.RecoveryCode(attempt, await recovery.DigestAsync(recoveryCode))
        : new Evidence.AuthenticatorCode(attempt, code.Trim());
}
