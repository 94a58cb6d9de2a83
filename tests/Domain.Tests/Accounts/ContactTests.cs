using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Accounts;

/// <summary>Another address, another password, and the way back in.</summary>
public class ContactTests
{
    private static readonly Evidence.OneTimeCode Code = new("c1", Logins.Right);

    private static Account Signed => OpenAccounts.Plain.Take(
        new AccountEvent.SessionBegan(OpenAccounts.SessionOf(1), Factor.OneTimeCode), new AccountEvent.SessionBegan(OpenAccounts.SessionOf(2), Factor.OneTimeCode));

    [Fact]
    public void A_new_address_takes_the_place_of_the_old_one_once_its_code_has_come_back_and_the_other_sessions_end()
    {
        var email = new Contact(ContactKind.Email, "nouvelle@example.test", Moments.Now);
        var account = Signed.Take(ChangeContact.Decide(Signed, new(email.Kind, email.Value, "c1", Logins.Right), Acts.Holder()).Events);
        Assert.Equal("alix@example.test", account.ContactOf(ContactKind.Email)!.Value);

        var later = Moments.Now.AddMinutes(5);
        var verified = VerifyContact.Decide(account, new(Code, OpenAccounts.SessionOf(2).Id), Acts.Holder(later));

        Assert.Equal(new ChangedContact(email with { Since = later }, account.Contacts[0]), verified.Answer.Value);
        account = account.Take(verified.Events);
        Assert.Equal([email with { Since = later }], account.Contacts);
        Assert.Equal([OpenAccounts.SessionOf(2)], account.Sessions);
    }

    [Fact]
    public void Five_wrong_codes_leave_the_address_as_it_was()
    {
        var account = Signed.Take(OpenAccounts.Asked);
        for (var i = 0; i < 5; i++)
        {
            account = account.Take(VerifyContact.Decide(account, new(Code with { Digest = Logins.Wrong }, OpenAccounts.SessionOf(1).Id), Acts.Holder()).Events);
        }

        VerifyContact.Decide(account, new(Code, OpenAccounts.SessionOf(1).Id), Acts.Holder()).ThenRefused(SignInRefusals.Refused);
    }

    [Theory]
    [InlineData(ContactKind.Phone, "06 00 00 00 00", "+33600000000")]
    [InlineData(ContactKind.Phone, "+32.470-00.00.00", "+32470000000")]
    [InlineData(ContactKind.Phone, "01 00 00 00 00", null)]
    [InlineData(ContactKind.Phone, "alix", null)]
    [InlineData(ContactKind.Phone, null, null)]
    [InlineData(ContactKind.Email, "alix@example.test", "alix@example.test")]
    [InlineData(ContactKind.Email, "alix", null)]
    public void Addresses_are_read_as_people_type_them(ContactKind kind, string? typed, string? read) => Assert.Equal(read, ContactRules.Read(kind, typed).Value);

    [Fact]
    public void Another_password_ends_the_other_sessions_and_its_repetition_nothing()
    {
        var account = Signed.Take(ChangePassword.Decide(Signed, new("hash-2", OpenAccounts.SessionOf(1).Id), Acts.Holder()).Events);
        Assert.Equal([OpenAccounts.SessionOf(1)], account.Sessions);
        ChangePassword.Decide(account, new("hash-2", OpenAccounts.SessionOf(1).Id), Acts.Holder()).Then();
    }

    [Fact]
    public void A_recovery_code_goes_to_no_address_younger_than_a_day()
    {
        var since = OpenAccounts.Plain.Contacts[0].Since;
        var ask = new AskForRecoveryCode("r1", Logins.Right, ContactKind.Email);
        AskForRecoveryCode.Decide(OpenAccounts.Plain, ask, Acts.By(People.Platform(), since.AddHours(24) - Moments.Tick)).ThenRefused(AccountRefusals.ContactTooNew);
        Assert.True(AskForRecoveryCode.Decide(OpenAccounts.Plain, ask, Acts.By(People.Platform(), since.AddHours(24))).Answer.Accepted);
        AskForRecoveryCode.Decide(OpenAccounts.Plain, ask with { Channel = ContactKind.Phone }, Acts.By(People.Platform())).ThenRefused(SignInRefusals.Refused);
    }

    [Fact]
    public void Recovery_opens_an_account_that_guesses_had_shut_and_ends_every_session()
    {
        var shut = Signed.Take(Enumerable.Repeat<AccountEvent>(new AccountEvent.ProofMissed(Factor.Password, null, Moments.Now), Account.MostFailures));
        shut = shut.Take(OpenAccounts.Sent("r1", ChallengePurpose.Recovery));
        Recover.Decide(shut, new(new("r1", Logins.Wrong), "hash-2"), Acts.By(People.Platform()))
            .ThenRefused(SignInRefusals.Refused, new AccountEvent.ProofMissed(Factor.OneTimeCode, ChallengePurpose.Recovery, Moments.Now));
        var account = shut.Take(Recover.Decide(shut, new(new("r1", Logins.Right), "hash-2"), Acts.By(People.Platform())).Events);
        Assert.Equal(("hash-2", 0, 0), (account.PasswordHash, account.Failures, account.Sessions.Count));
    }
}
