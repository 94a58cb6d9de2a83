using MonEspaceSante.Domain.Access;

namespace MonEspaceSante.Fhir.Tests.Audit;

public class AccessReasonsTests
{
    [Fact]
    public void Every_reason_has_a_sentence_of_its_own_in_both_languages_and_a_source()
    {
        var whys = Enum.GetValues<AccessReason>().Select(AccessReasons.Why).ToList();

        Assert.All(whys, why => Assert.True(why.English.EndsWith('.') && why.French.EndsWith('.') && why.Source.Length > 0, why.English));
        Assert.Equal(whys.Count, whys.Select(why => why.French).Distinct().Count());
        Assert.Equal(whys.Count, whys.Select(why => why.English).Distinct().Count());
    }
}
