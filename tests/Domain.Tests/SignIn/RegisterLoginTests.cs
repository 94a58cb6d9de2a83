using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.SignIn;

public class RegisterLoginTests
{
    private static readonly RegisterLogin Command = new(Logins.Login, People.Space);

    [Fact]
    public void A_login_is_one_persons_and_only_once()
    {
        RegisterLogin.Decide(Given(Array.Empty<GuardEvent>()), Command).Then(Logins.Reserved);
        RegisterLogin.Decide(Given(Logins.Reserved), Command).Then();
        RegisterLogin.Decide(Given(Logins.Reserved), Command with { Space = People.OtherSpace }).ThenRefused(SignInRefusals.LoginTaken);
    }

    [Fact]
    public void A_login_of_before_there_were_accounts_is_taken_too() =>
        RegisterLogin.Decide(Given(Logins.Registered), Command with { Space = People.OtherSpace }).ThenRefused(SignInRefusals.LoginTaken);
}
