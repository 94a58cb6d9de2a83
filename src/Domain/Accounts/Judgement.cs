using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>Whether a piece of evidence is right, and what follows either way. Nothing that can be guessed is taken of an account that is locked.</summary>
internal sealed record Judgement(bool Right, IReadOnlyList<AccountEvent> Events)
{
    private static readonly Judgement Void = new(false, []);

    public static Judgement Of(Account account, Evidence evidence, ChallengePurpose purpose, DateTimeOffset at) => account.Locked ? Void : evidence switch
    {
        // Also where there is no account: what was guessed is counted, so that it costs the same (ASVS 6.3.8).
        Evidence.Password password => password.Hash != account.PasswordHash ? Void
            : password is { Right: true, Hash: not null } ? new(true, [])
            : Missed(evidence, null, at),
        Evidence.OneTimeCode code => account.Awaiting(purpose, code.Challenge, at) is not { CodeDigest: { } digest } ? Void
            : new SecretDigest("", digest).Matches(code.Digest) ? new(true, [new AccountEvent.ChallengeMet(purpose, at)])
            : Missed(evidence, purpose, at),
        _ => throw new InvalidOperationException($"Nobody judges evidence of the kind {evidence.GetType().Name}."),
    };

    private static Judgement Missed(Evidence evidence, ChallengePurpose? purpose, DateTimeOffset at) =>
        new(false, [new AccountEvent.ProofMissed(evidence.Factor, purpose, at)]);
}
