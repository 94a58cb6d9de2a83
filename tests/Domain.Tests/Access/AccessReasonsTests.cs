using MonEspaceSante.Domain.Access;

namespace MonEspaceSante.Domain.Tests.Access;

public class AccessReasonsTests
{
    [Fact]
    public void Every_rule_can_be_explained_to_the_holder_in_two_languages_with_its_source()
    {
        var said = Enum.GetValues<AccessReason>().Select(AccessReasons.Why).ToArray();
        Assert.All(said, why =>
        {
            Assert.EndsWith(".", why.English, StringComparison.Ordinal);
            Assert.EndsWith(".", why.French, StringComparison.Ordinal);
            Assert.NotEmpty(why.Source);
        });
        Assert.Equal(said.Length, said.Select(why => why.English).Distinct().Count());
        Assert.Equal(said.Length, said.Select(why => why.French).Distinct().Count());
    }
}
