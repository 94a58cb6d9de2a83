using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.SignIn;

public class ProvisionalCodeTests
{
    private static readonly GuardEvent Missed = new GuardEvent.CodeMissed(Logins.Person, Moments.Now);

    private static readonly TryCode Right = new(Logins.Person, Logins.Right);

    private static readonly TryCode Wrong = new(Logins.Person, Logins.Wrong);

    [Fact]
    public void A_code_is_valid_six_weeks_from_sending()
    {
        IssueCode.Decide(Given(Array.Empty<GuardEvent>()), new(Logins.Person, Logins.Secret), Moments.Now).Then(Logins.Issued);
        Assert.Equal(TimeSpan.FromDays(42), ProvisionalCode.Validity);
    }

    [Fact]
    public void The_right_code_opens_until_the_space_is_in_use()
    {
        var guard = Given(Logins.Issued);
        TryCode.Decide(guard, Right, Moments.Now).Then();
        TryCode.Decide(guard, Right, Moments.Now).Then();
        var spent = SpendCode.Decide(guard, new(Logins.Person), Moments.Now);
        spent.Then(new GuardEvent.CodeUsed(Logins.Person, Moments.Now));
        guard.Take(spent.Events);
        TryCode.Decide(guard, Right, Moments.Now).ThenRefused(SignInRefusals.CodeUsed);
    }

    [Fact]
    public void Where_there_is_no_code_there_is_nothing_to_spend() =>
        SpendCode.Decide(Given(Array.Empty<GuardEvent>()), new(Logins.Person), Moments.Now).Then();

    [Fact]
    public void It_opens_until_the_last_tick_of_the_six_weeks()
    {
        var end = Moments.Now + ProvisionalCode.Validity;
        Assert.True(TryCode.Decide(Given(Logins.Issued), Right, end - Moments.Tick).Answer.Accepted);
        TryCode.Decide(Given(Logins.Issued), Right, end).ThenRefused(SignInRefusals.CodeExpired);
        TryCode.Decide(Given(Logins.Issued), Right, end + Moments.Tick).ThenRefused(SignInRefusals.CodeExpired);
    }

    [Fact]
    public void Four_wrong_tries_leave_it_alive() =>
        Assert.True(TryCode.Decide(Given([Logins.Issued, .. Enumerable.Repeat(Missed, 4)]), Right, Moments.Now).Answer.Accepted);

    [Fact]
    public void Five_wrong_tries_burn_it_and_the_sixth_is_refused_though_right()
    {
        var guard = Given(Logins.Issued);
        for (var i = 0; i < 5; i++)
        {
            var wrong = TryCode.Decide(guard, Wrong, Moments.Now);
            wrong.ThenRefused(SignInRefusals.Refused, Missed);
            guard.Take(wrong.Events);
        }

        TryCode.Decide(guard, Right, Moments.Now).ThenRefused(SignInRefusals.Refused, Missed);
    }

    [Fact]
    public void Who_has_not_the_right_code_is_not_told_that_it_is_late_or_spent()
    {
        var end = Moments.Now + ProvisionalCode.Validity;
        TryCode.Decide(Given(Logins.Issued), Wrong, end).ThenRefused(SignInRefusals.Refused, new GuardEvent.CodeMissed(Logins.Person, end));
        TryCode.Decide(Given(Logins.Issued, new GuardEvent.CodeUsed(Logins.Person, Moments.Now)), Wrong, Moments.Now).ThenRefused(SignInRefusals.Refused, Missed);
    }

    [Fact]
    public void Counters_survive_a_restart()
    {
        var before = Given([Logins.Issued, .. Enumerable.Repeat(Missed, 5)]);
        var after = new LoginGuard();
        after.Restore(before.Snapshot());
        TryCode.Decide(after, Right, Moments.Now).ThenRefused(SignInRefusals.Refused, Missed);
    }

    [Fact]
    public void Somebody_unknown_gets_the_same_answer_for_the_same_work()
    {
        var nobody = Given(Array.Empty<GuardEvent>());
        var tried = TryCode.Decide(nobody, Right, Moments.Now);
        tried.ThenRefused(SignInRefusals.Refused, Missed);
        nobody.Take(tried.Events);
        Assert.Equal(new LoginGuard().Snapshot(), nobody.Snapshot());
    }

    [Fact]
    public void The_code_of_another_person_opens_nothing() =>
        TryCode.Decide(Given(Logins.Issued), Right with { Person = Logins.Login }, Moments.Now)
            .ThenRefused(SignInRefusals.Refused, new GuardEvent.CodeMissed(Logins.Login, Moments.Now));

    [Fact]
    public void A_new_letter_replaces_the_old_code_and_its_tries()
    {
        var next = new SecretDigest(Logins.Secret.Salt, Logins.Digest(9));
        var guard = Given([Logins.Issued, .. Enumerable.Repeat(Missed, 5)]);
        guard.Take(IssueCode.Decide(guard, new(Logins.Person, next), Moments.Now).Events);
        Assert.False(TryCode.Decide(guard, Right, Moments.Now).Answer.Accepted);
        Assert.True(TryCode.Decide(guard, Right with { Digest = next.Digest }, Moments.Now).Answer.Accepted);
    }

    [Fact]
    public void Repeating_the_issue_revives_neither_a_burned_nor_a_spent_code()
    {
        var issue = new IssueCode(Logins.Person, Logins.Secret);
        IssueCode.Decide(Given([Logins.Issued, .. Enumerable.Repeat(Missed, 5)]), issue, Moments.Now).Then();
        IssueCode.Decide(Given(Logins.Issued, new GuardEvent.CodeUsed(Logins.Person, Moments.Now)), issue, Moments.Now).Then();
    }
}
