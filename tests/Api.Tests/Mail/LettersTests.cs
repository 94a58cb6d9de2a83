using MonEspaceSante.Api.Mail;

namespace MonEspaceSante.Api.Tests.Mail;

public sealed class LettersTests
{
    private const int OneMessage = 160;

    // What French needs of the default alphabet of GSM 7 bits (3GPP TS 23.038): one other character, and a message holds 70 instead of 160.
    private const string Accents = "àèéùÇ";

    [Fact]
    public void What_goes_out_as_a_text_message_fits_into_one() =>
        Assert.All(
            [Letters.SomethingToRead, Letters.SignInChanged, Letters.ProvisionalCode("22222 22222"), Letters.AddressCode("123456"), Letters.OneTimeCode("123456")],
            letter =>
            {
                Assert.InRange(letter.Short.Length, 1, OneMessage);
                Assert.All(letter.Short, character => Assert.True(character is >= ' ' and <= 'z' || Accents.Contains(character), $"'{character}' is not of the alphabet."));
            });
}
