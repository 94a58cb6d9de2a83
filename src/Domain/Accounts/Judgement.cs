using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>
/// Whether a piece of evidence is right, and what follows either way. Of an account that is locked nothing is taken that can be guessed: passkeys
/// serve on, and so does recovery, which asks for the letter first. A password is counted there too: locked or not, it is the same work.
/// </summary>
internal sealed record Judgement(bool Right, IReadOnlyList<AccountEvent> Events)
{
    private static readonly Judgement Void = new(false, []);

    public static Judgement Of(Account account, Evidence evidence, ChallengePurpose purpose, DateTimeOffset at)
    {
        if (account.Locked && evidence is not Evidence.UsedPasskey && purpose is not ChallengePurpose.Recovery)
        {
            return evidence is Evidence.Password ? Missed(evidence, null, at) : Void;
        }

        return evidence switch
        {
            Evidence.Password password => OfPassword(account, password, at),
            Evidence.OneTimeCode code => account.Awaiting(purpose, code.Challenge, at) is not { CodeDigest: { } digest } ? Void
                : new SecretDigest("", digest).Matches(code.Digest) ? new(true, [new AccountEvent.ChallengeMet(purpose, at)])
                : Missed(evidence, purpose, at),
            Evidence.AuthenticatorCode code => Completing(account, evidence, code.Challenge, purpose, at,
                account.Authenticator is { Confirmed: true } app && app.StepOf(code.Code, at) is { } step ? new AccountEvent.AuthenticatorUsed(step, at) : null),
            Evidence.UsedPasskey used => Completing(account, evidence, used.Challenge, purpose, at,
                account.Passkeys.Any(key => key.Id == used.Id && key.IsFollowedBy(used.SignCount))
                    ? new AccountEvent.PasskeyUsed(used.Id, used.SignCount, used.BackedUp, at) : null),
            Evidence.RecoveryCode code => Completing(account, evidence, code.Challenge, purpose, at,
                account.RecoveryCodes.Any(digest => new SecretDigest("", digest).Matches(code.Digest)) ? new AccountEvent.RecoveryCodeUsed(code.Digest, at) : null),
            _ => throw new InvalidOperationException($"Nobody judges evidence of the kind {evidence.GetType().Name}."),
        };
    }

    // Also where there is no account: what was guessed is counted, so that it costs the same (ASVS 6.3.8).
    private static Judgement OfPassword(Account account, Evidence.Password password, DateTimeOffset at) =>
        password.Hash != account.PasswordHash ? Void
        : password is { Right: true, Hash: not null } ? new(true, [])
        : Missed(password, null, at);

    // What needs no code to be sent: alone within a session, and a passkey always; after a password for the attempt that the password began.
    private static Judgement Completing(
        Account account, Evidence evidence, string? challenge, ChallengePurpose purpose, DateTimeOffset at, AccountEvent? used)
    {
        var completes = purpose is ChallengePurpose.SignIn && (challenge is not null || evidence is not Evidence.UsedPasskey);
        if (completes && account.Awaiting(purpose, challenge ?? "", at) is null)
        {
            return Void;
        }

        return used is null ? Missed(evidence, completes ? purpose : null, at)
            : new(true, completes ? [used, new AccountEvent.ChallengeMet(purpose, at)] : [used]);
    }

    private static Judgement Missed(Evidence evidence, ChallengePurpose? purpose, DateTimeOffset at) =>
        new(false, [new AccountEvent.ProofMissed(evidence.Factor, purpose, at)]);
}
