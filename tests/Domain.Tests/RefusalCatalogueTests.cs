using System.Reflection;
using System.Text.RegularExpressions;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Tests;

public partial class RefusalCatalogueTests
{
    private static readonly Refusal[] All =
    [
        .. typeof(Refusal).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Refusal))
            .Select(field => (Refusal)field.GetValue(null)!),
    ];

    [Fact]
    public void Every_code_means_one_thing()
    {
        Assert.True(All.Length >= 30);
        Assert.Empty(All.GroupBy(refusal => refusal.Code).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Codes_are_lower_case_and_hyphenated() => Assert.All(All, refusal => Assert.Matches(Code(), refusal.Code));

    [Fact]
    public void Every_refusal_says_so_in_two_languages() => Assert.All(All, refusal =>
    {
        Assert.Matches(Sentence(), refusal.English);
        Assert.Matches(Sentence(), refusal.French);
        Assert.NotEqual(refusal.English, refusal.French);
        Assert.True(Enum.IsDefined(refusal.Kind));
    });

    [Fact]
    public void A_refusal_points_at_the_element_that_is_wrong() => Assert.Equal("login", All[0].At("login").Expression);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\p{Lu}.+\.$")]
    private static partial Regex Sentence();
}
