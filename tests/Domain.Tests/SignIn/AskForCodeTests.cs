using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.SignIn;

public class AskForCodeTests
{
    private static readonly GuardEvent Withheld = new GuardEvent.CodeWithheld(Logins.Person, Moments.Now);

    [Fact]
    public void A_new_code_burns_the_one_before()
    {
        var guard = Given(Logins.Issued);
        Assert.True(Asks(guard, 2, Moments.Now.AddMinutes(1)));
        TryCode.Decide(guard, new(Logins.Person, Logins.Right), Moments.Now.AddMinutes(2))
            .ThenRefused(SignInRefusals.Refused, new GuardEvent.CodeMissed(Logins.Person, Moments.Now.AddMinutes(2)));
        Assert.True(TryCode.Decide(guard, new(Logins.Person, Logins.Digest(2)), Moments.Now.AddMinutes(2)).Answer.Accepted);
    }

    [Fact]
    public void Thirty_seconds_lie_between_two_sends_the_letter_among_them()
    {
        var guard = Given(Logins.Issued);
        Assert.False(Asks(guard, 2, Moments.Now.AddSeconds(30) - Moments.Tick));
        Assert.True(Asks(guard, 2, Moments.Now.AddSeconds(30)));
    }

    [Fact]
    public void Three_go_out_in_a_quarter_of_an_hour()
    {
        var guard = new LoginGuard();
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(i => Asks(guard, (byte)(10 + i), Moments.Now.AddMinutes(i))).ToArray());
        Assert.True(Asks(guard, 20, Moments.Now.AddMinutes(15)));
    }

    [Fact]
    public void Ten_go_out_in_a_day()
    {
        var guard = new LoginGuard();
        Assert.All(Enumerable.Range(0, 10), i => Assert.True(Asks(guard, (byte)(10 + i), Moments.Now.AddHours(i))));
        Assert.False(Asks(guard, 30, Moments.Now.AddHours(23)));
        Assert.True(Asks(guard, 30, Moments.Now.AddHours(24)));
    }

    [Fact]
    public void Counts_of_sends_survive_a_restart()
    {
        var after = new LoginGuard();
        after.Restore(Given(Logins.Issued).Snapshot());
        Assert.False(Asks(after, 2, Moments.Now.AddSeconds(1)));
    }

    [Fact]
    public void Who_cannot_be_reached_costs_one_event_as_well()
    {
        var decision = AskForCode.Decide(new(), new(Logins.Person, Logins.Secret, Reachable: false), Moments.Now);
        Assert.Equal(new CodeSending(Sent: false), decision.Then(Withheld));
        AskForCode.Decide(Given(Logins.Issued), new(Logins.Person, new(Logins.Secret.Salt, Logins.Digest(2)), Reachable: true), Moments.Now).Then(Withheld);
    }

    private static bool Asks(LoginGuard guard, byte code, DateTimeOffset at)
    {
        var decision = AskForCode.Decide(guard, new(Logins.Person, new(Logins.Secret.Salt, Logins.Digest(code)), Reachable: true), at);
        guard.Take(decision.Events);
        Assert.Single(decision.Events);
        return decision.Answer.Value!.Sent;
    }
}
