using System.Net;
using System.Text;
using System.Text.Json;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>An answer, read whole.</summary>
public sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] NeverTold = ["MonEspaceSante.", "Exception", "   at ", "System.", "Orleans", "sqlite", "/tmp/", ".cs:"];

    private static readonly string[] OfOneRequest = ["X-Request-Id", "Date"];

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The media type alone.</summary>
    public string? MediaType => Headers.GetValueOrDefault("Content-Type")?.Split(';')[0];

    /// <summary>How many resources a searchset holds.</summary>
    public int Total => Json.GetProperty("total").GetInt32();

    /// <summary>The resources of a searchset.</summary>
    public IEnumerable<JsonElement> Entries => Json.TryGetProperty("entry", out var entries) ? entries.EnumerateArray().Select(entry => entry.GetProperty("resource")) : [];

    /// <summary>The code of the refusal that the answer is.</summary>
    public string? Code => Status < HttpStatusCode.BadRequest || Body.Length == 0 ? null
        : MediaType == "application/problem+json" ? Json.GetProperty("code").GetString()
        : Json.GetProperty("issue")[0].GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString();

    /// <summary>All that the answer tells, but for what is of this one request: its identity and its date.</summary>
    public string Telling => string.Join('\n', Headers
        .Where(header => !OfOneRequest.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {header.Value}")
        .Prepend($"{(int)Status}")
        .Append(Text.Replace(Headers["X-Request-Id"], "<request>", StringComparison.Ordinal)));

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The answer is what was asked for.</summary>
    public Answer Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was expected: {(int)Status} {Text}");
        return this;
    }

    /// <summary>The answer is a refusal in our shape: status, code, both languages, no trace of how the house is built.</summary>
    public void IsRefused(HttpStatusCode status, string code, bool fhir)
    {
        Assert.True(Status == status && Code == code, $"{(int)status} {code} was expected: {(int)Status} {Text}");
        Assert.Equal("no-store", Headers["Cache-Control"]);
        Assert.NotEmpty(Headers["X-Request-Id"]);
        if (fhir)
        {
            Assert.Equal("application/fhir+json", MediaType);
            Assert.Equal("OperationOutcome", Json.GetProperty("resourceType").GetString());
            var issue = Json.GetProperty("issue")[0];
            Assert.NotEmpty(issue.GetProperty("diagnostics").GetString()!);
            Assert.NotEmpty(issue.GetProperty("details").GetProperty("text").GetString()!);
        }
        else
        {
            Assert.Equal("application/problem+json", MediaType);
            Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
            Assert.NotEmpty(Json.GetProperty("title").GetString()!);
            Assert.NotEmpty(Json.GetProperty("detail").GetString()!);
        }

        Assert.All(NeverTold, word => Assert.DoesNotContain(word, Text, StringComparison.Ordinal));
    }
}
