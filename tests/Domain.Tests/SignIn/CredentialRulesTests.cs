using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.SignIn;

public class CredentialRulesTests
{
    private const string Login = "alix.m-79_x";
    private const string Password = "Bleu-7-canards!";
    private const string Email = "alix@example.test";

    [Fact]
    public void Sound_credentials_have_no_fault() => Assert.Null(CredentialRules.Fault(Login, Password, Email, People.Sheet));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("alix.m7")] // 7 characters
    [InlineData("Alix.martel")]
    [InlineData("alix martel")]
    [InlineData("élix.martel")]
    [InlineData("12345678")] // no letter
    public void A_malformed_login_is_refused(string? login) =>
        Assert.Equal(SignInRefusals.LoginMalformed.At("login"), CredentialRules.Fault(login, Password, Email, People.Sheet));

    [Fact]
    public void A_login_has_8_to_100_characters()
    {
        Assert.Null(CredentialRules.Fault("alix.m79", Password, Email, People.Sheet));
        Assert.Null(CredentialRules.Fault(new('b', 100), Password, Email, People.Sheet));
        Assert.Equal("login", CredentialRules.Fault(new('b', 101), Password, Email, People.Sheet)?.Expression);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bleu-7-cana")] // 11 characters
    [InlineData("bleu-7-canards!")]
    [InlineData("BLEU-7-CANARDS!")]
    [InlineData("Bleu-sept-canards!")]
    [InlineData("Bleu7canards2")]
    [InlineData("Alix.m-79_x!7")] // the login
    [InlineData("Martellane-7-x!")] // the birth name
    [InlineData("7-Bleus-ALIX!")] // the first name
    public void A_weak_password_is_refused(string? password) =>
        Assert.Equal(SignInRefusals.PasswordWeak.At("password"), CredentialRules.Fault(Login, password, Email, People.Sheet));

    [Fact]
    public void A_name_of_one_or_two_letters_forbids_no_password() =>
        Assert.Null(CredentialRules.Fault(Login, Password, Email, People.Sheet with { BirthName = "O", GivenNames = "Le Na" }));

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
        Assert.Equal(SignInRefusals.EmailMalformed.At("email"), CredentialRules.Fault(Login, Password, email, People.Sheet));

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
