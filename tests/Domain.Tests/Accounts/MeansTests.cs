using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Accounts;

/// <summary>Authenticator apps, passkeys and recovery codes as second factors, and alone.</summary>
public class MeansTests
{
    private static readonly AccountEvent NoCodeSent =
        new AccountEvent.Challenged(new(ChallengePurpose.SignIn, "a1", null, Moments.Now + Challenge.Validity), Moments.Now);

    private static Account Begun => OpenAccounts.Full.Take(NoCodeSent);

    // RFC 6238, appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) => Assert.Equal(code, OpenAccounts.Shown(DateTimeOffset.FromUnixTimeSeconds(second)));

    [Fact]
    public void A_secret_is_written_in_base32() => Assert.Equal(OpenAccounts.Secret, Authenticator.SecretOf("12345678901234567890"u8));

    [Fact]
    public void Where_an_app_makes_codes_none_is_sent_and_that_of_the_app_completes_the_attempt()
    {
        Assert.Null(StartSignIn.Decide(OpenAccounts.Full, OpenAccounts.Start(), Acts.By(People.Platform())).Then(NoCodeSent).SendTo);
        Assert.True(Completes(Begun, App("a1")));
        Assert.False(Completes(Begun, App("a2")));
        Assert.False(Completes(Begun, App(null)));
        Assert.False(Completes(OpenAccounts.Full, App("a1")));
    }

    [Fact]
    public void A_code_of_the_app_is_taken_once_and_a_step_early_or_late()
    {
        var account = Begun.Take(Complete(Begun, App("a1")).Events).Take(NoCodeSent);
        Assert.False(Completes(account, App("a1")));
        foreach (var (seconds, taken) in new[] { (-60, false), (-30, true), (30, true), (60, false) })
        {
            Assert.Equal(taken, Completes(Begun, new Evidence.AuthenticatorCode("a1", OpenAccounts.Shown(Moments.Now.AddSeconds(seconds)))));
        }
    }

    [Fact]
    public void A_code_of_before_the_last_one_is_taken_no_more()
    {
        var ahead = new Evidence.AuthenticatorCode("a1", OpenAccounts.Shown(Moments.Now.AddSeconds(30)));
        var account = Begun.Take(Complete(Begun, ahead).Events).Take(NoCodeSent);
        Assert.False(Completes(account, App("a1")));
    }

    [Fact]
    public void An_app_that_was_not_confirmed_opens_nothing()
    {
        var offered = OpenAccounts.Plain.Take(new AccountEvent.AuthenticatorOffered(OpenAccounts.Secret, Moments.Now), NoCodeSent);
        Assert.False(Completes(offered, App("a1")));
        OfferAuthenticator.Decide(OpenAccounts.Full, new("JBSWY3DPEHPK3PXP"), Acts.Holder()).ThenRefused(AccountRefusals.AuthenticatorThere);
    }

    [Fact]
    public void Who_asks_for_a_code_by_another_way_answers_with_that_one()
    {
        var asked = AskForSignInCode.Decide(Begun, new("a1", Logins.Right, ContactKind.Phone), Acts.By(People.Platform()));
        Assert.Equal("+33600000000", asked.Answer.Value!.Value);
        var account = Begun.Take(asked.Events);
        Assert.True(Completes(account, new Evidence.OneTimeCode("a1", Logins.Right)));
        Assert.False(AskForSignInCode.Decide(Begun, new("a2", Logins.Right, ContactKind.Phone), Acts.By(People.Platform())).Answer.Accepted);
    }

    [Fact]
    public void Another_code_gives_back_no_tries()
    {
        var tried = OpenAccounts.Plain.Take([OpenAccounts.Sent("a1"), .. Enumerable.Repeat<AccountEvent>(Missed(Factor.OneTimeCode), 4)]);
        var asked = tried.Take(AskForSignInCode.Decide(tried, new("a1", Logins.Wrong, ContactKind.Email), Acts.By(People.Platform())).Events);
        Assert.Equal(4, Assert.Single(asked.Challenges).WrongTries);
        Assert.False(Completes(asked.Take(Missed(Factor.OneTimeCode)), new Evidence.OneTimeCode("a1", Logins.Wrong)));
    }

    [Fact]
    public void A_passkey_signs_in_alone_or_completes_an_attempt()
    {
        Assert.True(Completes(OpenAccounts.Full, Key(null, 8)));
        Assert.True(Completes(Begun, Key("a1", 8)));
        Assert.False(Completes(OpenAccounts.Full, Key("a1", 8)));
        Assert.False(Completes(OpenAccounts.Plain, Key(null, 8)));
    }

    [Theory]
    [InlineData(7u, 8u, true)]
    [InlineData(7u, 7u, false)]
    [InlineData(7u, 6u, false)]
    [InlineData(7u, 0u, false)]
    [InlineData(0u, 0u, true)]
    [InlineData(0u, 1u, true)]
    public void A_counter_that_does_not_go_on_tells_of_a_copy(uint before, uint now, bool followed)
    {
        Assert.Equal(followed, (OpenAccounts.Passkey with { SignCount = before }).IsFollowedBy(now));
        if (before == 7 && !followed)
        {
            Complete(OpenAccounts.Full, Key(null, now)).ThenRefused(SignInRefusals.Refused, new AccountEvent.ProofMissed(Factor.Passkey, null, Moments.Now));
        }
    }

    [Fact]
    public void A_passkey_serves_on_where_guesses_have_shut_the_account()
    {
        var shut = OpenAccounts.Full.Take(Enumerable.Repeat<AccountEvent>(new AccountEvent.ProofMissed(Factor.Password, null, Moments.Now), Account.MostFailures));
        Assert.True(Completes(shut, Key(null, 8)));
        Assert.False(Completes(shut.Take(NoCodeSent), App("a1")));
        Assert.Equal(0, shut.Take(Complete(shut, Key(null, 8)).Events).Failures);
    }

    [Fact]
    public void A_recovery_code_serves_once()
    {
        var code = new Evidence.RecoveryCode("a1", Logins.Right);
        var used = Begun.Take(Complete(Begun, code).Events);
        Assert.Empty(used.RecoveryCodes);
        Assert.False(Completes(used.Take(NoCodeSent), code));
        Assert.False(Completes(Begun, new Evidence.RecoveryCode("a1", Logins.Wrong)));
    }

    [Fact]
    public void Ten_passkeys_are_enough()
    {
        var account = OpenAccounts.Plain.Take(Enumerable.Range(0, Passkey.Most).Select(i => new AccountEvent.PasskeyAdded(OpenAccounts.Passkey with { Id = $"k{i}" })));
        AddPasskey.Decide(account, new(OpenAccounts.Passkey), Acts.Holder()).ThenRefused(AccountRefusals.TooManyPasskeys);
        RemovePasskey.Decide(account, new("k99"), Acts.Holder()).ThenRefused(AccountRefusals.PasskeyUnknown);
    }

    private static Evidence.AuthenticatorCode App(string? attempt) => new(attempt, OpenAccounts.Shown(Moments.Now));

    private static Evidence.UsedPasskey Key(string? attempt, uint count) => new(attempt, OpenAccounts.Passkey.Id, count, false);

    private static AccountEvent.ProofMissed Missed(Factor factor) => new(factor, ChallengePurpose.SignIn, Moments.Now);

    private static Decision<AccountEvent, Done> Complete(Account account, Evidence evidence) =>
        CompleteSignIn.Decide(account, new(evidence, OpenAccounts.Session), Acts.By(People.Platform()));

    private static bool Completes(Account account, Evidence evidence) => Complete(account, evidence).Answer.Accepted;
}
