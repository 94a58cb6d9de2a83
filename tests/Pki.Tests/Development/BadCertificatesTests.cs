using System.Reflection;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Tests.Development;

/// <summary>Refusals R2 to R4 of the security page, from the files that the development authority writes under <c>bad/</c>.</summary>
public sealed class BadCertificatesTests(OpenedAuthority opened) : IClassFixture<OpenedAuthority>
{
    [Theory]
    [InlineData("expired", "certificate-expired")]
    [InlineData("not-yet-valid", "certificate-not-yet-valid")]
    [InlineData("self-signed", "certificate-self-signed")]
    [InlineData("unknown-ca", "certificate-issuer-not-listed")]
    [InlineData("issued-by-client-certificate", "certificate-issuer-not-an-authority")]
    [InlineData("wrong-eku", "certificate-extended-key-usage")]
    [InlineData("any-eku", "certificate-any-extended-key-usage")]
    [InlineData("missing-key-usage", "certificate-key-usage")]
    [InlineData("sha1", "certificate-signature-too-weak")]
    [InlineData("rsa1024", "certificate-key-too-weak")]
    [InlineData("wrong-policy", "certificate-policy")]
    [InlineData("revoked", "certificate-revoked")]
    [InlineData("forged-subject", "certificate-identity-malformed")]
    [InlineData("two-rpps", "certificate-identity-ambiguous")]
    [InlineData("email-san-rpps", "certificate-identity-malformed")]
    [InlineData("lookalike", "certificate-identity-malformed")]
    [InlineData("nul-byte", "certificate-identity-malformed")]
    [InlineData("unknown-rpps", "professional-unknown")]
    [InlineData("struck-off", "professional-struck-off")]
    public void A_bad_certificate_is_refused_for_its_own_reason(string name, string code)
    {
        var refused = Assert.IsType<Verdict.Refused>(opened.JudgeFile("bad/" + name));

        Assert.Equal(code, refused.Reason.Code);
        Assert.Matches("^[0-9a-f]{64}$", refused.Digest);
    }

    [Fact]
    public void Every_bad_certificate_has_its_line_above()
    {
        var method = typeof(BadCertificatesTests).GetMethod(nameof(A_bad_certificate_is_refused_for_its_own_reason))!;
        var lines = method.GetCustomAttributes<InlineDataAttribute>().Select(line => (string)line.GetData(method).Single()[0]);

        Assert.Equal(BadCertificates.Names.Order(), lines.Order());
    }
}
