using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Revocation;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>Certificates that open nothing (security design, R1 to R5).</summary>
[Collection(OnePlatform.Name)]
public sealed class CertificateTests(RunningPlatform platform)
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["expired"] = "certificate-expired",
        ["not-yet-valid"] = "certificate-not-yet-valid",
        ["self-signed"] = "certificate-self-signed",
        ["unknown-ca"] = "certificate-issuer-not-listed",
        ["issued-by-client-certificate"] = "certificate-issuer-not-listed",
        ["wrong-eku"] = "certificate-extended-key-usage",
        ["any-eku"] = "certificate-any-extended-key-usage",
        ["missing-key-usage"] = "certificate-key-usage",
        ["sha1"] = "certificate-signature-too-weak",
        ["rsa1024"] = "certificate-key-too-weak",
        ["wrong-policy"] = "certificate-policy",
        ["revoked"] = "certificate-revoked",
        ["two-rpps"] = "certificate-identity-ambiguous",
        ["forged-subject"] = "certificate-identity-malformed",
        ["email-san-rpps"] = "certificate-identity-malformed",
        ["lookalike"] = "certificate-identity-malformed",
        ["nul-byte"] = "certificate-identity-malformed",
        ["unknown-rpps"] = "professional-unknown",
        ["struck-off"] = "professional-struck-off",
    };

    public static TheoryData<string> Bad => [.. Reasons.Keys];

    [Fact]
    public void Every_bad_certificate_that_there_is_is_tried()
    {
        var made = Directory.EnumerateFiles(Path.Combine(platform.Folder, "pki", "bad"), "*.pem").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(Reasons.Keys.Order(), made.Order());
    }

    [Fact]
    public async Task Nobody_comes_in_without_a_certificate()
    {
        (await platform.Visitors.Stranger().GetAsync("/fhir/Patient")).IsRefused(HttpStatusCode.Forbidden, "certificate-missing", fhir: true);
        (await platform.Visitors.Stranger().GetAsync("/nowhere")).IsRefused(HttpStatusCode.Forbidden, "certificate-missing", fhir: false);
        (await platform.Visitors.Stranger().GetAsync("/fhir/metadata")).IsRefused(HttpStatusCode.Forbidden, "certificate-missing", fhir: true);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_certificate_is_refused_for_its_own_reason(string name)
    {
        var person = await platform.People.EnrolAsync();
        try
        {
            var answer = await platform.Visitors.Professional("bad/" + name).PostAsync("/fhir/DocumentReference", new Deposit(person).Json);
            answer.IsRefused(HttpStatusCode.Forbidden, answer.Code!, fhir: true);
            Assert.Equal(Reasons[name], answer.Code);
        }
        catch (HttpRequestException refused) when (refused.InnerException is IOException or AuthenticationException)
        {
            // Some TLS libraries do not let what is too weak through the handshake (R1: an alert is a refusal too).
            Assert.Contains(name, new[] { "sha1", "rsa1024" });
        }

        var seen = await platform.Visitors.Professional("gp").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}");
        Assert.Equal(0, seen.Is(HttpStatusCode.OK).Total);
    }

    [Theory]
    [InlineData("X-ARR-ClientCert")]
    [InlineData("X-SSL-Client-Cert")]
    [InlineData("Client-Cert")]
    [InlineData("X-Forwarded-Client-Cert")]
    public async Task A_certificate_in_a_header_is_nobodys(string header)
    {
        var pem = await File.ReadAllTextAsync(Path.Combine(platform.Folder, "pki", "gp.pem"));
        var base64 = pem.Split("-----")[2].ReplaceLineEndings("");
        var person = await platform.People.EnrolAsync();
        var search = $"/fhir/DocumentReference?patient.identifier={person.Token}";
        foreach (var value in new[] { base64, $":{base64}:", Uri.EscapeDataString(pem) })
        {
            (await platform.Visitors.Stranger().GetAsync(search, (header, value))).IsRefused(HttpStatusCode.Forbidden, "certificate-missing", fhir: true);
            (await platform.Visitors.Citizen().GetAsync(search, (header, value))).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: true);
        }

        // With a certificate of one's own, one stays who one is: an organisation reads nothing, the attending doctor would.
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        Assert.Equal(0, (await platform.Visitors.Professional("samu-org").GetAsync(search, (header, base64))).Is(HttpStatusCode.OK).Total);
    }

    [Fact]
    public async Task A_certificate_that_is_revoked_during_a_session_closes_it()
    {
        var authority = platform.Services.GetRequiredService<DevelopmentAuthority>();
        var issued = authority.ForPerson("lost-card", DevelopmentPeople.Nurse.Subject);
        var nurse = platform.Visitors.Professional("lost-card");
        var person = await platform.People.EnrolAsync();
        (await nurse.GetAsync($"/fhir/Patient?identifier={person.Token}")).Is(HttpStatusCode.OK);

        authority.Revoke(issued.SerialNumber);
        platform.Services.GetRequiredService<CrlFolder>().Refresh();

        (await nurse.GetAsync($"/fhir/Patient?identifier={person.Token}")).IsRefused(HttpStatusCode.Forbidden, "certificate-revoked", fhir: true);
    }
}
