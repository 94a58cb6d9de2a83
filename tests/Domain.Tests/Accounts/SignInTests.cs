using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Accounts;

public class SignInTests
{
    private static readonly AccountEvent PasswordMissed = new AccountEvent.ProofMissed(Factor.Password, null, Moments.Now);

    private static readonly AccountEvent CodeMissed = new AccountEvent.ProofMissed(Factor.OneTimeCode, ChallengePurpose.SignIn, Moments.Now);

    [Fact]
    public void The_right_password_sends_a_code_to_the_address_of_the_account() =>
        Assert.Equal(
            new SecondStep(new(ContactKind.Email, "alix@example.test", Moments.Opening)),
            StartSignIn.Decide(OpenAccounts.Plain, OpenAccounts.Start(), Acts.By(People.Platform())).Then(OpenAccounts.Sent("a1")));

    [Fact]
    public void A_wrong_password_and_an_account_that_nobody_has_get_the_same_answer_and_the_same_work()
    {
        StartSignIn.Decide(OpenAccounts.Plain, OpenAccounts.Start(right: false), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused, PasswordMissed);
        var nobodys = new StartSignIn(new(null, false), "a1", Logins.Right);
        StartSignIn.Decide(new(People.Space), nobodys, Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused, PasswordMissed);
    }

    [Fact]
    public void A_check_against_a_password_that_was_changed_meanwhile_is_void()
    {
        var account = OpenAccounts.Plain.Take(new AccountEvent.PasswordChanged("another", Moments.Now));
        StartSignIn.Decide(account, OpenAccounts.Start(), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void The_right_code_opens_a_session_once()
    {
        var account = OpenAccounts.Plain.Take(OpenAccounts.Sent("a1"));
        var decision = CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform()));
        decision.Then(new AccountEvent.ChallengeMet(ChallengePurpose.SignIn, Moments.Now), new AccountEvent.SessionBegan(OpenAccounts.Session, Factor.OneTimeCode));
        account = account.Take(decision.Events);
        Assert.True(account.Holds(OpenAccounts.Session.Id, OpenAccounts.Session.Key));
        CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void A_code_opens_only_the_attempt_it_was_sent_for()
    {
        Account[] others =
        [
            OpenAccounts.Plain.Take(OpenAccounts.Sent("a2")), OpenAccounts.Plain.Take(OpenAccounts.Sent("a1"), OpenAccounts.Sent("a2")), OpenAccounts.Plain,
            new(People.Space), OpenAccounts.Plain.Take(OpenAccounts.Sent("a1", ChallengePurpose.Proof)),
        ];
        Assert.All(others, account => CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused));
    }

    [Fact]
    public void It_opens_until_the_last_tick_of_ten_minutes()
    {
        var end = Moments.Now.AddMinutes(10);
        var account = OpenAccounts.Plain.Take(OpenAccounts.Sent("a1"));
        Assert.True(CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform(), end - Moments.Tick)).Answer.Accepted);
        CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform(), end)).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void Five_wrong_codes_burn_it_and_the_sixth_is_refused_though_right()
    {
        var account = OpenAccounts.Plain.Take(OpenAccounts.Sent("a1"));
        for (var i = 0; i < 5; i++)
        {
            var wrong = CompleteSignIn.Decide(account, OpenAccounts.Complete(right: false), Acts.By(People.Platform()));
            wrong.ThenRefused(SignInRefusals.Refused, CodeMissed);
            account = account.Take(wrong.Events);
        }

        CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void Repeating_the_attempt_gives_its_code_no_new_tries()
    {
        var account = OpenAccounts.Plain.Take([OpenAccounts.Sent("a1"), .. Enumerable.Repeat(CodeMissed, 5)]);
        StartSignIn.Decide(account, OpenAccounts.Start(), Acts.By(People.Platform())).Then();
        CompleteSignIn.Decide(account, OpenAccounts.Complete(), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void Three_codes_go_out_in_a_quarter_of_an_hour()
    {
        var (account, started) = Starts(OpenAccounts.Plain, [0, 1, 2, 14]);
        Assert.Equal([true, true, true, false], started);
        Assert.Equal([true], Starts(account, [15]).Started);
    }

    [Fact]
    public void Ten_codes_go_out_in_a_day()
    {
        var (account, started) = Starts(OpenAccounts.Plain, Enumerable.Range(0, 10).Select(i => i * 60));
        Assert.All(started, Assert.True);
        Assert.Equal([false, true], Starts(account, [(24 * 60) - 1, 24 * 60]).Started);
    }

    [Fact]
    public void Who_signs_in_may_sign_in_as_often_as_they_like()
    {
        var account = OpenAccounts.Plain;
        for (var i = 0; i < 50; i++)
        {
            (account, var started) = Starts(account, [0]);
            Assert.Equal([true], started);
            account = account.Take(CompleteSignIn.Decide(account, OpenAccounts.Complete("0"), Acts.By(People.Platform())).Events);
        }
    }

    [Fact]
    public void A_hundred_failures_in_a_row_shut_the_account_for_what_can_be_guessed()
    {
        var ninetyNine = OpenAccounts.Plain.Take([.. Enumerable.Repeat(PasswordMissed, 99), OpenAccounts.Sent("a1")]);
        Assert.True(StartSignIn.Decide(ninetyNine, OpenAccounts.Start("a2"), Acts.By(People.Platform())).Answer.Accepted);
        Assert.True(CompleteSignIn.Decide(ninetyNine, OpenAccounts.Complete(), Acts.By(People.Platform())).Answer.Accepted);
        var shut = ninetyNine.Take(CodeMissed);
        // The right password is one more failure: locked or not, it is the same work.
        StartSignIn.Decide(shut, OpenAccounts.Start("a2"), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused, PasswordMissed);
        CompleteSignIn.Decide(shut, OpenAccounts.Complete(), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void A_success_forgets_the_failures_before_it()
    {
        var account = OpenAccounts.Plain.Take([.. Enumerable.Repeat(PasswordMissed, 99), new AccountEvent.SessionBegan(OpenAccounts.Session, Factor.OneTimeCode), PasswordMissed]);
        Assert.True(StartSignIn.Decide(account, OpenAccounts.Start(), Acts.By(People.Platform())).Answer.Accepted);
    }

    [Fact]
    public void Failures_that_were_counted_before_there_were_accounts_count_on()
    {
        var account = new Account(People.Space).Take(
            OpenAccount.Decide(new(People.Space), new(Logins.Login, OpenAccounts.Hash, "alix@example.test", Account.MostFailures), Acts.By(People.Platform())).Events);
        StartSignIn.Decide(account, OpenAccounts.Start(), Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused, PasswordMissed);
    }

    [Fact]
    public void Digests_are_compared_by_their_bytes()
    {
        Assert.True(Logins.Secret.Matches(Logins.Right));
        Assert.False(Logins.Secret.Matches(Logins.Wrong));
        Assert.False(Logins.Secret.Matches(""));
    }

    private static (Account Account, bool[] Started) Starts(Account account, IEnumerable<int> minutes)
    {
        var started = new List<bool>();
        foreach (var minute in minutes)
        {
            var decision = StartSignIn.Decide(account, OpenAccounts.Start($"{minute}"), Acts.By(People.Platform(), Moments.Now.AddMinutes(minute)));
            account = account.Take(decision.Events);
            started.Add(decision.Answer.Accepted);
        }

        return (account, [.. started]);
    }
}
