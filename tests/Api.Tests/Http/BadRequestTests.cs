using System.Net;
using System.Text;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Http;

/// <summary>Requests that are none, or not what they seem (security design, R15, R17, R21): a clear no in our shape.</summary>
[Collection(OnePlatform.Name)]
public sealed class BadRequestTests(RunningPlatform platform)
{
    private Visitor Nobody => platform.Visitors.Citizen();

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"login":"personne.connue","password":"x" /* comment */}""")]
    [InlineData("""{"login":1,"password":"x"}""")]
    [InlineData("""{"login":"personne.connue","password":"x","admin":true}""")]
    [InlineData("""{"login":"personne.connue","login":"personne.autre","password":"x"}""")]
    [InlineData("""{"login":"\ud800","password":"x"}""")]
    [InlineData("""{"login":"personne.connue"}""")]
    public async Task A_JSON_body_is_exactly_what_the_route_takes(string body) =>
        (await Nobody.PostAsync("/api/v1/session", body)).IsRefused(HttpStatusCode.BadRequest, "request-malformed", fhir: false);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_form_of_another_site_cannot_pass_for_JSON(string mediaType)
    {
        using var content = new StringContent("""{"login":"personne.connue","password":"x"}""", Encoding.UTF8, mediaType);
        (await Nobody.SendAsync(HttpMethod.Post, "/api/v1/session", content)).IsRefused(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported", fhir: false);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        using var endless = new EndlessLogin(70 * 1024);
        (await Nobody.SendAsync(HttpMethod.Post, "/api/v1/session", endless)).IsRefused(HttpStatusCode.RequestEntityTooLarge, "body-too-large", fhir: false);
    }

    [Theory]
    [InlineData("/api/v2/session")]
    [InlineData("/fhirs/metadata")]
    [InlineData("/swagger")]
    [InlineData("/api/v1/privacy/blocks/not-a-guid")]
    public async Task An_unknown_address_is_not_found(string path)
    {
        var answer = await Nobody.SendAsync(path.Contains("blocks", StringComparison.Ordinal) ? HttpMethod.Delete : HttpMethod.Get, path, null);
        answer.IsRefused(HttpStatusCode.NotFound, "not-found", fhir: false);
    }

    [Fact]
    public async Task An_unknown_resource_is_not_found_in_FHIR() => (await Nobody.GetAsync("/fhir/Unicorn")).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: true);

    [Theory]
    [InlineData("DELETE", "/fhir/metadata", true, "GET")]
    [InlineData("PUT", "/fhir/DocumentReference", true, "GET, PATCH, POST")]
    [InlineData("PATCH", "/api/v1/session", false, "DELETE, GET, POST")]
    [InlineData("OPTIONS", "/api/v1/history", false, "GET")]
    [InlineData("PROPFIND", "/", false, "GET")]
    [InlineData("HEAD", "/api/v1/history", false, "GET")]
    public async Task A_method_that_an_address_does_not_take_is_refused_and_the_others_are_named(string method, string path, bool fhir, string allowed)
    {
        var answer = await Nobody.SendAsync(new(method), path, null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(allowed, string.Join(", ", answer.Headers["Allow"].Split(',', StringSplitOptions.TrimEntries).Order()));
        if (method != "HEAD")
        {
            answer.IsRefused(HttpStatusCode.MethodNotAllowed, "method-not-allowed", fhir);
        }
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-HTTP-Method", "DELETE")]
    [InlineData("X-Method-Override", "DELETE")]
    public async Task A_method_is_not_overridden_by_a_header(string header, string value)
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PostAsync("/api/v1/session", """{"login":"personne.connue","password":"x"}""", (header, value))).Is(HttpStatusCode.Unauthorized);
        (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET /fhir/../health/live HTTP/1.1", "Host: localhost", 404)]
    [InlineData("GET /fhir/%2e%2e/health/live HTTP/1.1", "Host: localhost", 404)]
    [InlineData("GET /fhir/..%2fhealth/live HTTP/1.1", "Host: localhost", 404)]
    [InlineData("GET /fhir/%252e%252e/health/live HTTP/1.1", "Host: localhost", 404)]
    [InlineData("GET /fhir/Binary/../../../../etc/passwd HTTP/1.1", "Host: localhost", 404)]
    [InlineData("GET /fhir/Binary/..%2f..%2fstore.db HTTP/1.1", "Host: localhost", 401)]
    [InlineData("GET /fhir/Binary/%00 HTTP/1.1", "Host: localhost", 400)]
    [InlineData("GET /fhir\\metadata HTTP/1.1", "Host: localhost", 404)]
    [InlineData("GET https://evil.example/fhir/metadata HTTP/1.1", "Host: localhost", 400)]
    [InlineData("GET https://evil.example/fhir/metadata HTTP/1.1", "Host: evil.example", 400)]
    [InlineData("GET /fhir/metadata HTTP/1.1", "Host: evil.example", 400)]
    [InlineData("GET /fhir/metadata HTTP/1.1", "Host: localhost@evil.example", 400)]
    [InlineData("GET /fhir/metadata HTTP/1.1", "Host: ", 400)]
    [InlineData("GET /fhir/metadata HTTP/1.1", "X-No-Host: localhost", 400)]
    [InlineData("GET /fhir/metadata HTTP/1.1", "Host: localhost\r\nHost: evil.example", 400)]
    [InlineData("GET /fhir/metadata HTTP/1.1", "Host: localhost\r\nX-Forwarded-Host: evil.example", 200)]
    [InlineData("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443", 400)]
    [InlineData("TRACE /fhir/metadata HTTP/1.1", "Host: localhost", 405)]
    public async Task Tricks_of_the_request_line_and_the_host_lead_nowhere(string line, string headers, int status)
    {
        var (answered, text) = await RawRequest.SendAsync(platform.Visitors.Citizens, platform.Visitors.Tls(null), [line, .. headers.Split("\r\n")]);
        Assert.True(status == answered, $"{status} was expected: {text}");
        Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heads_are_of_sixteen_kilobytes_and_a_hundred_lines_at_most()
    {
        var (status, _) = await RawRequest.SendAsync(platform.Visitors.Citizens, platform.Visitors.Tls(null),
            "GET /fhir/metadata HTTP/1.1", "Host: localhost", "X-Long: " + new string('a', 16 * 1024));
        Assert.Equal(431, status);
        (status, _) = await RawRequest.SendAsync(platform.Visitors.Citizens, platform.Visitors.Tls(null),
            ["GET /fhir/metadata HTTP/1.1", "Host: localhost", .. Enumerable.Range(0, 100).Select(number => $"X-Line-{number}: a")]);
        Assert.Equal(431, status);
    }

    [Theory]
    [InlineData("&_include=*")]
    [InlineData("&subject:Patient.name=x")]
    [InlineData("&status=deleted")]
    [InlineData("&creation=yesterday")]
    [InlineData("&subject.identifier=urn:oid:1.2.250.1.213.1.4.8%7C284059999001248")]
    public async Task A_search_that_is_not_understood_whole_is_not_made(string more)
    {
        var person = await platform.People.EnrolAsync();
        var answer = await platform.Visitors.Professional("gp").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}{more}");
        answer.IsRefused(HttpStatusCode.BadRequest, answer.Code!, fhir: true);
        Assert.StartsWith("parameter-", answer.Code!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_search_across_patients()
    {
        var gp = platform.Visitors.Professional("gp");
        (await gp.GetAsync("/fhir/DocumentReference?status=current")).IsRefused(HttpStatusCode.BadRequest, "patient-not-named", fhir: true);
        (await gp.GetAsync("/fhir/Patient")).IsRefused(HttpStatusCode.BadRequest, "patient-not-named", fhir: true);
        (await gp.GetAsync("/fhir/Patient?identifier=284059999001248")).IsRefused(HttpStatusCode.BadRequest, "patient-identifier-invalid", fhir: true);
        (await gp.GetAsync("/fhir/Patient?identifier=urn:oid:1.2.250.1.213.1.4.8%7C284059999001249")).IsRefused(HttpStatusCode.BadRequest, "matricule-key-wrong", fhir: true);
    }

    // A login that does not end, of a length that is not told beforehand.
    private sealed class EndlessLogin : HttpContent
    {
        private readonly int _length;

        public EndlessLogin(int length)
        {
            _length = length;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(Encoding.ASCII.GetBytes("{\"login\":\"" + new string('a', _length))).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
