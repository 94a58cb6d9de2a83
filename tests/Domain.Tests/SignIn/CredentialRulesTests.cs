using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.SignIn;

public class CredentialRulesTests
{
    private const string Login = "alix.m-79_x";
    private const string Password = "Bleu-7-canards!";

    [Fact]
    public void Sound_credentials_have_no_fault() => Assert.Null(CredentialRules.Fault(Login, Password, People.Sheet));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("alix.m7")] // 7 characters
    [InlineData("Alix.martel")]
    [InlineData("alix martel")]
    [InlineData("élix.martel")]
    [InlineData("12345678")] // no letter
    public void A_malformed_login_is_refused(string? login) =>
        Assert.Equal(SignInRefusals.LoginMalformed.At("login"), CredentialRules.Fault(login, Password, People.Sheet));

    [Fact]
    public void A_login_has_8_to_100_characters()
    {
        Assert.Null(CredentialRules.Fault("alix.m79", Password, People.Sheet));
        Assert.Null(CredentialRules.Fault(new('b', 100), Password, People.Sheet));
        Assert.Equal("login", CredentialRules.Fault(new('b', 101), Password, People.Sheet)?.Expression);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bleu-7-cana")] // 11 characters
    [InlineData("bleu-7-canards!")]
    [InlineData("BLEU-7-CANARDS!")]
    [InlineData("Bleu-sept-canards!")]
    [InlineData("Bleu7canards2")]
    public void A_weak_password_is_refused(string? password) =>
        Assert.Equal(SignInRefusals.PasswordWeak.At("password"), CredentialRules.Fault(Login, password, People.Sheet));

    [Theory]
    [InlineData("Alix.m-79_x!7")] // the login
    [InlineData("Martellane-7-x!")] // the birth name
    [InlineData("7-Bleus-ALIX!")] // the first name
    [InlineData("Un-Noé-deux-3!")] // another first name
    [InlineData("Trois.12/03/1979.fin")] // the birth date
    [InlineData("Quatre+120379+Fin")]
    [InlineData("Cinq_1979-03-12_Fin")]
    [InlineData("X-2790351215189-y!")] // the matricule
    [InlineData("Ma_carte_12345678901")] // the card
    public void What_whoever_knows_the_person_guesses_is_refused(string password) =>
        Assert.Equal(SignInRefusals.PasswordPersonal.At("password"), CredentialRules.Fault(Login, password, People.Sheet));

    [Theory]
    [InlineData("Motdepasse2024!")]
    [InlineData("M0tDeP@sse2024!")]
    [InlineData("P@ssw0rd2023!!")]
    [InlineData("Azerty123456!")]
    [InlineData("AZERTYuiop1234!")]
    [InlineData("Soleil-Soleil-12")]
    [InlineData("Bonjour@2025Bonjour")]
    [InlineData("Jetaime12345678?")]
    [InlineData("Aaaaaaaaaaa1!")]
    [InlineData("1q2w3e4r5t6Y!")]
    [InlineData("Chouchou-1984!")]
    [InlineData("Noël-noël-2024!!")]
    public void What_a_thief_tries_first_is_refused(string password) =>
        Assert.Equal(SignInRefusals.PasswordCommon.At("password"), CredentialRules.Fault(Login, password, People.Sheet));

    [Theory]
    [InlineData("Tilleul-en-fleur-84")]
    [InlineData("Canari-mot-de-passe-7391")]
    [InlineData("v9#Kq2!mZx7Lp")]
    [InlineData("Soleil-brume-9-tracteur")]
    public void Words_that_do_not_go_together_are_good(string password) => Assert.Null(CredentialRules.Fault(Login, password, People.Sheet));

    [Theory]
    [InlineData("fr7630006000011234567890189")] // an IBAN with a right key
    [InlineData("fr76-3000-6000-0112-3456-7890-189")]
    [InlineData("30006-00001-1234567890x.89")] // bank, branch, account, key
    [InlineData("marie.279035121518989")] // a matricule
    [InlineData("marie.2790351215189")] // without its key
    [InlineData("m.2.79.03.2a.215.189")] // of Corsica
    public void A_login_that_says_too_much_is_refused(string login) =>
        Assert.Equal(SignInRefusals.LoginRevealing.At("login"), CredentialRules.Fault(login, Password, People.Sheet));

    [Theory]
    [InlineData("fr7630006000011234567890188")] // a wrong key: a name like another
    [InlineData("marie.1979.51")]
    [InlineData("jean.06.12.34.56.78")]
    public void A_login_with_numbers_in_it_is_a_login(string login) => Assert.Null(CredentialRules.Fault(login, Password, People.Sheet));

    [Fact]
    public void Close_to_a_login_that_is_taken_there_are_others()
    {
        Assert.Equal(["alix.m79.2", "alix.m79.3", "alix.m79.4"], LoginRules.CloseTo("alix.m79").Take(3));
        Assert.All(LoginRules.CloseTo(new('b', 100)), near => Assert.Null(LoginRules.Fault(near)));
    }

    [Fact]
    public void A_name_of_one_or_two_letters_forbids_no_password() =>
        Assert.Null(CredentialRules.Fault(Login, Password, People.Sheet with { BirthName = "O", GivenNames = "Le Na" }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("alix")]
    [InlineData("@example.test")]
    [InlineData("alix@")]
    [InlineData("alix@@example.test")]
    [InlineData("alix @example.test")]
    [InlineData("alix@example.test\r\nBcc: x@y.z")]
    public void What_is_no_address_is_refused(string? email) =>
        Assert.False(CredentialRules.IsAddress(email));

    [Fact]
    public void An_address_is_one() => Assert.True(CredentialRules.IsAddress("alix@example.test"));

    [Theory]
    [InlineData("ABCDE23456", "ABCDE23456")]
    [InlineData("abcde-23456", "ABCDE23456")]
    [InlineData(" abcde 23456 ", "ABCDE23456")]
    [InlineData(null, null)]
    [InlineData("ABCDE2345", null)]
    [InlineData("ABCDE234567", null)]
    [InlineData("ABCDE2345O", null)] // a look-alike that codes do not have
    [InlineData("ABCDE23451", null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, CredentialRules.ReadCode(typed));

    [Fact]
    public void A_code_is_worth_fifty_bits()
    {
        Assert.Equal(32, CredentialRules.CodeAlphabet.Distinct().Count());
        Assert.Equal(10, CredentialRules.CodeLength);
        Assert.DoesNotContain(CredentialRules.CodeAlphabet, "01OI".Contains);
    }
}
