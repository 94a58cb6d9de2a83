using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.SignIn;

public class ActivationAttemptTests
{
    private const string Email = "alix@example.test";

    private static readonly ActivationAttempt Begun = ActivationAttempt.Begin(Logins.Person, new(People.Space, People.Sheet), null, Moments.Now);

    private static readonly ActivationAttempt Proven = Begun with { Proven = true };

    private static readonly ActivationAttempt Asked = Proven.AskForContactCode(Email, Logins.Right, Moments.Now).Value!;

    [Fact]
    public void Codes_are_asked_for_as_often_as_they_go_out_whoever_the_attempt_is_about()
    {
        foreach (var begun in new[] { Begun, ActivationAttempt.Begin(Logins.Person.Decoy(), null, null, Moments.Now) })
        {
            var once = begun.AskForCode(Moments.Now).Value!;
            Assert.Equal(SignInRefusals.CodeTooSoon, once.AskForCode(Moments.Now.AddSeconds(29)).Refusal);
            Assert.True(once.AskForCode(Moments.Now.AddSeconds(30)).Accepted);
        }
    }

    [Fact]
    public void Nobody_is_written_to_before_the_proof() =>
        Assert.Equal(SignInRefusals.Refused, Begun.AskForContactCode(Email, Logins.Right, Moments.Now).Refusal);

    [Fact]
    public void The_right_code_verifies_the_address()
    {
        Assert.Equal((Email, true), Entered(Asked, Logins.Right, Moments.Now, expected: true));
        Assert.Equal((Email, false), Entered(Asked, Logins.Wrong, Moments.Now, expected: false));
    }

    [Fact]
    public void Ten_minutes_later_it_does_not()
    {
        Entered(Asked, Logins.Right, Moments.Now + ContactProof.Validity - Moments.Tick, expected: true);
        Entered(Asked, Logins.Right, Moments.Now + ContactProof.Validity, expected: false);
    }

    [Fact]
    public void Nor_after_five_wrong_ones()
    {
        var attempt = Asked;
        for (var i = 0; i < 5; i++)
        {
            attempt = attempt.EnterContactCode(Logins.Wrong, Moments.Now, out _);
        }

        Entered(attempt, Logins.Right, Moments.Now, expected: false);
    }

    [Fact]
    public void Another_address_has_to_be_verified_again_and_counts_as_one_more_send()
    {
        var verified = Asked.EnterContactCode(Logins.Right, Moments.Now, out _);
        Assert.Equal(SignInRefusals.CodeTooSoon, verified.AskForContactCode("b@example.test", Logins.Right, Moments.Now).Refusal);
        Assert.False(verified.AskForContactCode("b@example.test", Logins.Right, Moments.Now.AddMinutes(1)).Value!.Contact!.Verified);
    }

    [Fact]
    public void Where_no_address_was_given_no_code_is_right() => Assert.Same(Proven, Proven.EnterContactCode(Logins.Right, Moments.Now, out _));

    [Fact]
    public void A_channel_shows_too_little_to_write_to() => Assert.Equal(
        [new(CodeChannel.Email, "a•••@•••.test"), new(CodeChannel.TextMessage, "•• •• •• •• 78"), new(CodeChannel.Letter, null)],
        OfferedChannel.Of(People.Sheet with { Phone = "+33612345678" }));

    [Fact]
    public void What_nobody_has_is_invented_the_same_for_the_same_traits()
    {
        var invented = Enumerable.Range(0, 200).Select(i => OfferedChannel.Invented(BlindKey.Of("traits", $"{i}", new byte[32]))).ToArray();
        Assert.Equal(invented[0], OfferedChannel.Invented(BlindKey.Of("traits", "0", new byte[32])));
        Assert.All(invented, channels => Assert.Equal(new(CodeChannel.Letter, null), channels[^1]));
        Assert.All(new[] { CodeChannel.Email, CodeChannel.TextMessage }, channel =>
            Assert.InRange(invented.Count(channels => channels.Any(offered => offered.Channel == channel)), 100, 180));
        Assert.True(invented.Distinct().Count() > 100);
    }

    private static (string Email, bool Verified) Entered(ActivationAttempt attempt, string digest, DateTimeOffset at, bool expected)
    {
        var entered = attempt.EnterContactCode(digest, at, out var right);
        Assert.Equal(expected, right);
        return (entered.Contact!.Email, entered.Contact.Verified);
    }
}
