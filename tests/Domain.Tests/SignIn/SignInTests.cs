using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.SignIn;

public class SignInTests
{
    private static readonly StartSignIn Start = new(Logins.Login, Logins.Right, "a1", Logins.Right);

    private static readonly CompleteSignIn Complete = new(Logins.Login, "a1", Logins.Right);

    private static readonly GuardEvent PasswordMissed = new GuardEvent.PasswordMissed(Logins.Login, Moments.Now);

    private static readonly GuardEvent CodeMissed = new GuardEvent.OneTimeCodeMissed(Logins.Login, "a1", Moments.Now);

    [Fact]
    public void A_login_is_registered_once()
    {
        var command = new RegisterLogin(Logins.Login, People.Space, Logins.Secret, "alix@example.test");
        RegisterLogin.Decide(Given(Array.Empty<GuardEvent>()), command).Then(Logins.Registered);
        RegisterLogin.Decide(Given(Logins.Registered), command).Then();
        RegisterLogin.Decide(Given(Logins.Registered), command with { Space = People.OtherSpace }).ThenRefused(SignInRefusals.LoginTaken);
    }

    [Fact]
    public void The_right_password_sends_a_code_to_the_address_of_the_login() =>
        Assert.Equal(new Address("alix@example.test"), StartSignIn.Decide(Given(Logins.Registered), Start, Moments.Now).Then(Logins.Sent()));

    [Fact]
    public void A_wrong_password_and_an_unknown_login_get_the_same_answer()
    {
        StartSignIn.Decide(Given(Logins.Registered), Start with { Digest = Logins.Wrong }, Moments.Now).ThenRefused(SignInRefusals.Refused, PasswordMissed);
        StartSignIn.Decide(Given(Array.Empty<GuardEvent>()), Start, Moments.Now).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void The_right_code_opens_the_space_once()
    {
        var guard = Given(Logins.Registered, Logins.Sent());
        var decision = CompleteSignIn.Decide(guard, Complete, Moments.Now);
        Assert.Equal(new SpaceKey(People.Space), decision.Then(new GuardEvent.SignedIn(Logins.Login, "a1", Moments.Now)));
        guard.Take(decision.Events);
        CompleteSignIn.Decide(guard, Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void A_code_opens_only_the_attempt_it_was_sent_for()
    {
        CompleteSignIn.Decide(Given(Logins.Registered, Logins.Sent("a2")), Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
        CompleteSignIn.Decide(Given(Logins.Registered, Logins.Sent(), Logins.Sent("a2")), Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
        CompleteSignIn.Decide(Given(Logins.Registered), Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
        CompleteSignIn.Decide(Given(Array.Empty<GuardEvent>()), Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void It_opens_until_the_last_tick_of_ten_minutes()
    {
        var end = Moments.Now.AddMinutes(10);
        var guard = Given(Logins.Registered, Logins.Sent());
        Assert.True(CompleteSignIn.Decide(guard, Complete, end - Moments.Tick).Answer.Accepted);
        CompleteSignIn.Decide(guard, Complete, end).ThenRefused(SignInRefusals.Refused);
        CompleteSignIn.Decide(guard, Complete, end + Moments.Tick).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void Five_wrong_codes_burn_it_and_the_sixth_is_refused_though_right()
    {
        var guard = Given(Logins.Registered, Logins.Sent());
        for (var i = 0; i < 5; i++)
        {
            var wrong = CompleteSignIn.Decide(guard, Complete with { CodeDigest = Logins.Wrong }, Moments.Now);
            wrong.ThenRefused(SignInRefusals.Refused, CodeMissed);
            guard.Take(wrong.Events);
        }

        CompleteSignIn.Decide(guard, Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void Repeating_the_attempt_gives_its_code_no_new_tries()
    {
        var guard = Given([Logins.Registered, Logins.Sent(), .. Enumerable.Repeat(CodeMissed, 5)]);
        StartSignIn.Decide(guard, Start, Moments.Now).Then();
        CompleteSignIn.Decide(guard, Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void Three_codes_go_out_in_a_quarter_of_an_hour()
    {
        var guard = Given(Logins.Registered);
        Assert.Equal([true, true, true, false], Starts(guard, [0, 1, 2, 14]));
        Assert.Equal([true], Starts(guard, [15]));
    }

    [Fact]
    public void Ten_codes_go_out_in_a_day()
    {
        var guard = Given(Logins.Registered);
        Assert.All(Starts(guard, Enumerable.Range(0, 10).Select(i => i * 60)), Assert.True);
        Assert.Equal([false, true], Starts(guard, [(24 * 60) - 1, 24 * 60]));
    }

    [Fact]
    public void Who_signs_in_may_sign_in_as_often_as_they_like()
    {
        var guard = Given(Logins.Registered);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal([true], Starts(guard, [0]));
            guard.Take(CompleteSignIn.Decide(guard, Complete with { Attempt = "0" }, Moments.Now).Events);
        }
    }

    [Fact]
    public void A_hundred_failures_in_a_row_shut_the_login_for_passwords_and_codes()
    {
        var ninetyNine = Given([Logins.Registered, .. Enumerable.Repeat(PasswordMissed, 99), Logins.Sent()]);
        Assert.True(StartSignIn.Decide(ninetyNine, Start with { Attempt = "a2" }, Moments.Now).Answer.Accepted);
        Assert.True(CompleteSignIn.Decide(ninetyNine, Complete, Moments.Now).Answer.Accepted);
        ninetyNine.Take(CodeMissed);
        StartSignIn.Decide(ninetyNine, Start with { Attempt = "a2" }, Moments.Now).ThenRefused(SignInRefusals.Refused);
        CompleteSignIn.Decide(ninetyNine, Complete, Moments.Now).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void A_success_forgets_the_failures_before_it()
    {
        var guard = Given([Logins.Registered, .. Enumerable.Repeat(PasswordMissed, 99), Logins.Sent(), new GuardEvent.SignedIn(Logins.Login, "a1", Moments.Now), PasswordMissed]);
        Assert.True(StartSignIn.Decide(guard, Start, Moments.Now).Answer.Accepted);
    }

    [Fact]
    public void Digests_are_compared_by_their_bytes()
    {
        Assert.True(Logins.Secret.Matches(Logins.Right));
        Assert.False(Logins.Secret.Matches(Logins.Wrong));
        Assert.False(Logins.Secret.Matches(""));
    }

    private static bool[] Starts(LoginGuard guard, IEnumerable<int> minutes) =>
    [
        .. minutes.Select(minute =>
        {
            var started = StartSignIn.Decide(guard, Start with { Attempt = $"{minute}" }, Moments.Now.AddMinutes(minute));
            guard.Take(started.Events);
            return started.Answer.Accepted;
        }),
    ];
}
