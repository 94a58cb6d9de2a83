using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Accounts;

public class SessionTests
{
    private static readonly Evidence RightPassword = new Evidence.Password(OpenAccounts.Hash, true);

    private static Account TwoSessions => OpenAccounts.Plain.Take(Began(1), Began(2));

    [Fact]
    public void A_proof_goes_on_with_the_session_under_another_token()
    {
        var decision = Prove.Decide(TwoSessions, new(OpenAccounts.SessionOf(1).Id, RightPassword, "key-1b"), Acts.Holder());
        decision.Then(new AccountEvent.SessionRenewed(OpenAccounts.SessionOf(1).Id, "key-1b", Factor.Password, Moments.Now));
        var account = TwoSessions.Take(decision.Events);
        Assert.False(account.Holds(OpenAccounts.SessionOf(1).Id, "key-1"));
        Assert.True(account.Holds(OpenAccounts.SessionOf(1).Id, "key-1b"));
        Assert.True(account.Holds(OpenAccounts.SessionOf(2).Id, "key-2"));
    }

    [Fact]
    public void A_wrong_proof_is_counted_and_a_proof_for_a_session_that_is_over_is_none()
    {
        Prove.Decide(TwoSessions, new(OpenAccounts.SessionOf(1).Id, new Evidence.Password(OpenAccounts.Hash, false), "key-1b"), Acts.Holder())
            .ThenRefused(SignInRefusals.Refused, new AccountEvent.ProofMissed(Factor.Password, null, Moments.Now));
        Prove.Decide(TwoSessions, new(OpenAccounts.SessionOf(3).Id, RightPassword, "key-3"), Acts.Holder()).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void A_proof_by_a_code_takes_the_code_of_a_proof_alone()
    {
        var code = new Prove(OpenAccounts.SessionOf(1).Id, new Evidence.OneTimeCode("p1", Logins.Right), "key-1b");
        Prove.Decide(TwoSessions.Take(OpenAccounts.Sent("p1")), code, Acts.Holder()).ThenRefused(SignInRefusals.Refused);
        Assert.True(Prove.Decide(TwoSessions.Take(OpenAccounts.Sent("p1", ChallengePurpose.Proof)), code, Acts.Holder()).Answer.Accepted);
    }

    [Fact]
    public void Codes_for_proofs_are_sent_to_a_contact_that_there_is_and_not_without_end()
    {
        var account = TwoSessions;
        AskForProofCode.Decide(account, new("p1", Logins.Right, ContactKind.Phone), Acts.Holder()).ThenRefused(AccountRefusals.NoSuchContact);
        for (var i = 0; i < 3; i++)
        {
            var asked = AskForProofCode.Decide(account, new($"p{i}", Logins.Right, ContactKind.Email), Acts.Holder());
            Assert.Equal("alix@example.test", asked.Then(OpenAccounts.Sent($"p{i}", ChallengePurpose.Proof)).Value);
            account = account.Take(asked.Events);
        }

        AskForProofCode.Decide(account, new("p4", Logins.Right, ContactKind.Email), Acts.Holder()).ThenRefused(AccountRefusals.TooManyCodes);
    }

    [Fact]
    public void One_session_ends_and_the_others_go_on()
    {
        var account = TwoSessions.Take(EndSession.Decide(TwoSessions, new(OpenAccounts.SessionOf(1).Id), Acts.Holder()).Events);
        Assert.Equal([OpenAccounts.SessionOf(2)], account.Sessions);
        EndSession.Decide(account, new(OpenAccounts.SessionOf(1).Id), Acts.Holder()).ThenRefused(AccountRefusals.DeviceUnknown);
    }

    [Fact]
    public void All_sessions_end_or_all_but_one()
    {
        Assert.Empty(TwoSessions.Take(SignOutEverywhere.Decide(TwoSessions, new(), Acts.By(People.Platform())).Events).Sessions);
        var kept = TwoSessions.Take(SignOutEverywhere.Decide(TwoSessions, new(OpenAccounts.SessionOf(2).Id), Acts.Holder()).Events);
        Assert.Equal([OpenAccounts.SessionOf(2)], kept.Sessions);
    }

    [Fact]
    public void One_session_too_many_ends_the_oldest()
    {
        var account = OpenAccounts.Plain.Take(Enumerable.Range(1, Session.MostAtOnce + 1).Select(Began));
        Assert.Equal(Session.MostAtOnce, account.Sessions.Count);
        Assert.Equal(OpenAccounts.SessionOf(2), account.Sessions[0]);
    }

    [Fact]
    public void Nobody_else_has_a_say()
    {
        var stranger = Acts.By(new Domain.Identity.Caller.Holder(People.OtherSpace));
        var session = OpenAccounts.SessionOf(1).Id;
        Refuses(OpenAccount.Decide(new(People.Space), new(Logins.Login, OpenAccounts.Hash, null), stranger));
        Refuses(BeginSession.Decide(TwoSessions, new(OpenAccounts.SessionOf(3), Factor.Federation), Acts.Holder()));
        Refuses(Prove.Decide(TwoSessions, new(session, RightPassword, "k"), stranger));
        Refuses(AskForProofCode.Decide(TwoSessions, new("p", Logins.Right, ContactKind.Email), stranger));
        Refuses(EndSession.Decide(TwoSessions, new(session), stranger));
        Refuses(SignOutEverywhere.Decide(TwoSessions, new(), stranger));
    }

    private static void Refuses<T>(Decision<AccountEvent, T> decision) => decision.ThenRefused(AccountRefusals.OnlyTheOwner);

    private static AccountEvent Began(int number) => new AccountEvent.SessionBegan(OpenAccounts.SessionOf(number), Factor.OneTimeCode);
}
