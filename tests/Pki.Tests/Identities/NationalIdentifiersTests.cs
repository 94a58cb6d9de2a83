using MonEspaceSante.Pki.Identities;

namespace MonEspaceSante.Pki.Tests.Identities;

public sealed class NationalIdentifiersTests
{
    [Theory]
    [InlineData("99700218896")]
    [InlineData("99700367917")]
    [InlineData("99700367909")]
    public void Public_test_numbers_are_RPPS(string rpps) => Assert.True(NationalIdentifiers.IsRpps(rpps));

    [Fact]
    public void One_wrong_digit_in_an_RPPS_is_always_noticed()
    {
        const string Rpps = "99700218896";
        var wrong =
            from place in Enumerable.Range(0, Rpps.Length)
            from digit in "0123456789"
            where Rpps[place] != digit
            select Rpps[..place] + digit + Rpps[(place + 1)..];

        Assert.All(wrong, number => Assert.False(NationalIdentifiers.IsRpps(number)));
    }

    [Theory]
    [InlineData("3990000028/1", "1990000028")]
    [InlineData("4999900012/1", "2999900012")]
    [InlineData("599990001200017/1", "399990001200017")]
    [InlineData("699700900113001/1", "499700900113001")]
    public void The_employer_of_staff_is_told_as_a_structure(string idNatPs, string idNatStruct) =>
        Assert.Equal(idNatStruct, NationalIdentifiers.EmployerOf(idNatPs));
}
