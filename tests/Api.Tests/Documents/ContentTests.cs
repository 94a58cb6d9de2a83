using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>The content of a document, as it is served (ITI-68).</summary>
[Collection(OnePlatform.Name)]
public sealed class ContentTests(RunningPlatform platform)
{
    [Theory]
    [InlineData("bytes=0-3", 206, "%PDF", "bytes 0-3/16")]
    [InlineData("bytes=9-", 206, "fictive", "bytes 9-15/16")]
    [InlineData("bytes=-4", 206, "tive", "bytes 12-15/16")]
    [InlineData("bytes=14-99", 206, "ve", "bytes 14-15/16")]
    [InlineData("bytes=99-", 200, "%PDF-1.7 fictive", null)]
    [InlineData("bytes=0-1,3-4", 200, "%PDF-1.7 fictive", null)]
    [InlineData("letters=0-1", 200, "%PDF-1.7 fictive", null)]
    public async Task One_range_of_bytes_can_be_asked_for(string range, int status, string content, string? contentRange)
    {
        var answer = await (await OpenerAsync())(("Range", range));
        Assert.Equal(content, answer.Is((HttpStatusCode)status).Text);
        Assert.Equal(contentRange, answer.Headers.GetValueOrDefault("Content-Range"));
    }

    [Fact]
    public async Task What_somebody_deposited_never_runs_in_a_page()
    {
        var answer = (await (await OpenerAsync())()).Is(HttpStatusCode.OK);
        Assert.Equal("attachment", answer.Headers["Content-Disposition"]);
        Assert.Equal("sandbox", answer.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    private delegate Task<Answer> Opener(params (string, string)[] headers);

    private async Task<Opener> OpenerAsync()
    {
        var person = await platform.People.EnrolAsync();
        var id = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        return headers => platform.Visitors.Professional("gp").GetAsync($"/fhir/Binary/{id}", headers);
    }
}
