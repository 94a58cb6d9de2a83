using System.Reflection;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Tests.Judgement;

public sealed class CertificateJudgeTests(HealthAuthorities world) : IClassFixture<HealthAuthorities>
{
    public static TheoryData<string> Refused => [.. RefusedCases.All.Select(refused => refused.Name)];

    public static TheoryData<string> Accepted => [.. AcceptedCases.All.Select(accepted => accepted.Name)];

    private static IEnumerable<CertificateRefusal> Catalogue =>
        typeof(CertificateRefusals).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(reason => (CertificateRefusal)reason.GetValue(null)!);

    [Theory]
    [MemberData(nameof(Refused))]
    public void One_thing_wrong_is_enough_to_be_refused(string name)
    {
        var expected = RefusedCases.All.Single(refused => refused.Name == name);

        var refused = Assert.IsType<Verdict.Refused>(expected.Judge(world));

        Assert.Equal(expected.Reason.Code, refused.Reason.Code);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_breaks_no_rule_is_accepted(string name)
    {
        var expected = AcceptedCases.All.Single(accepted => accepted.Name == name);

        var accepted = Assert.IsType<Verdict.Accepted>(expected.Judge(world));

        Assert.Equal(expected.Identifier, AcceptedCases.IdentifierOf(accepted.Identity));
    }

    // Cases differ from an accepted certificate by one thing: a rule taken away turns at least one of its cases.
    [Fact]
    public void Every_reason_of_the_catalogue_has_a_case() =>
        Assert.Empty(Catalogue.Except(RefusedCases.All.Select(refused => refused.Reason)));

    [Fact]
    public void Every_reason_has_a_code_of_its_own_and_two_sentences()
    {
        Assert.Distinct(Catalogue.Select(reason => reason.Code));
        Assert.All(Catalogue, reason =>
        {
            Assert.Matches("^(certificate|revocation-list|professional)(-[a-z]+)+$", reason.Code);
            Assert.EndsWith(".", reason.English, StringComparison.Ordinal);
            Assert.EndsWith(".", reason.French, StringComparison.Ordinal);
            Assert.NotEqual(reason.English, reason.French);
        });
    }
}
