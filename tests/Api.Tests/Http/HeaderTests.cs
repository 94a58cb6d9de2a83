using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Http;

/// <summary>What every answer carries, and what none does (security design, section 2.5).</summary>
[Collection(OnePlatform.Name)]
public sealed class HeaderTests(RunningPlatform platform)
{
    [Fact]
    public async Task Every_answer_is_guarded_and_says_nothing_of_who_serves_it()
    {
        var person = await platform.People.ActivatedAsync();
        var id = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        Answer[] answers =
        [
            await me.GetAsync("/"), await me.GetAsync("/fhir/metadata"), await me.GetAsync($"/fhir/DocumentReference?patient={person.Space}"),
            await me.GetAsync($"/fhir/DocumentReference/{id}"), await me.GetAsync($"/fhir/Binary/{id}"), await me.GetAsync("/fhir/AuditEvent"),
            await me.GetAsync("/api/v1/history"), await me.GetAsync("/api/v1/privacy"), await me.GetAsync("/api/v1/notifications"),
            await me.GetAsync("/nowhere"), await me.DeleteAsync("/fhir/metadata"), await platform.Visitors.Citizen().GetAsync("/api/v1/history"),
            await me.PostAsync("/api/v1/privacy/blocks", """{"professional":"99700900220"}"""), await me.PostAsync("/api/v1/privacy/blocks", "{"),
            await platform.Visitors.Stranger().GetAsync("/fhir/metadata"), await me.DeleteAsync("/api/v1/session"),
        ];
        Assert.All(answers, answer =>
        {
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("max-age=31536000", answer.Headers["Strict-Transport-Security"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.Equal("no-store", answer.Headers["Cache-Control"]);
            Assert.NotEmpty(answer.Headers["X-Request-Id"]);
            Assert.DoesNotContain("Server", answer.Headers.Keys);
            Assert.DoesNotContain("X-Powered-By", answer.Headers.Keys);
        });
        Assert.Equal(answers.Length, answers.Select(answer => answer.Headers["X-Request-Id"]).Distinct().Count());
    }

    [Fact]
    public async Task Client_and_server_agree_on_a_strong_version_of_TLS_only()
    {
        foreach (var weak in new[] { System.Security.Authentication.SslProtocols.None, System.Security.Authentication.SslProtocols.Tls12 })
        {
            var tls = platform.Visitors.Tls(null);
            tls.EnabledSslProtocols = weak;
            var (status, _) = await RawRequest.SendAsync(platform.Visitors.Citizens, tls, "GET /fhir/metadata HTTP/1.1", "Host: localhost");
            Assert.Equal(200, status);
        }

#pragma warning disable SYSLIB0039, CA5397 // Asked for in order to be refused.
        var old = platform.Visitors.Tls(null);
        old.EnabledSslProtocols = System.Security.Authentication.SslProtocols.Tls11;
#pragma warning restore SYSLIB0039, CA5397
        await Assert.ThrowsAnyAsync<Exception>(() => RawRequest.SendAsync(platform.Visitors.Citizens, old, "GET /fhir/metadata HTTP/1.1", "Host: localhost"));
    }
}
