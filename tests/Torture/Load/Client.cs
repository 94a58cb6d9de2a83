using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture.Load;

/// <summary>Somebody who calls the platform and writes down each answer, or that there was none.</summary>
internal sealed class Client(HttpClient http, Identity identity, int round, AcknowledgementLog log) : IDisposable
{
    private const int MostTries = 5;

    /// <summary>Who calls.</summary>
    public Identity Identity { get; } = identity;

    /// <summary>Makes a deposit, or makes it again.</summary>
    public Task<Exchange> DepositAsync(Deposit deposit) => AskAsync(
        new(round, Asked.Deposit, Identity.Id, deposit.For.Space, default, default, null)
        {
            Key = deposit.Key, UniqueId = deposit.UniqueId, Sha256 = deposit.Sha256(),
        },
        () => new(HttpMethod.Post, "fhir/DocumentReference")
        {
            Content = new ByteArrayContent(deposit.Body()) { Headers = { ContentType = new("application/fhir+json") } },
            Headers = { { "Idempotency-Key", deposit.Key } },
        },
        async (exchange, answer) => exchange with { Document = (await JsonAsync(answer)).GetProperty("id").GetString() });

    /// <summary>Asks for sheets: those that <paramref name="narrow"/> leaves.</summary>
    public Task<Exchange> ListAsync(DemoPerson person, string narrow = "", Asked asked = Asked.List) => AskAsync(
        new(round, asked, Identity.Id, person.Space, default, default, null),
        () => new(HttpMethod.Get, $"fhir/DocumentReference?patient={person.Space}&status=current&_count=1000{narrow}")
        {
            Headers = { { "Mes-Consent", "declared" } },
        },
        async (exchange, answer) => exchange with { Listed = Ids(await JsonAsync(answer)) });

    /// <summary>Asks for the content of a document.</summary>
    public Task<Exchange> OpenAsync(string space, string document) => AskAsync(
        new(round, Asked.Content, Identity.Id, space, default, default, null) { Document = document },
        () => new(HttpMethod.Get, $"fhir/Binary/{document}") { Headers = { { "Mes-Consent", "declared" } } },
        async (exchange, answer) => exchange with
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())),
        });

    /// <summary>The holder shuts a professional out.</summary>
    public Task<Exchange> BlockAsync(string rpps) => AskAsync(
        new(round, Asked.Block, Identity.Id, Identity.Id, default, default, null),
        () => new(HttpMethod.Post, "api/v1/privacy/blocks") { Content = JsonContent.Create(new { professional = rpps }) },
        async (exchange, answer) => exchange with { Block = (await JsonAsync(answer)).GetProperty("id").GetGuid() });

    /// <summary>The holder lifts a block.</summary>
    public Task<Exchange> LiftBlockAsync(Guid block) => AskAsync(
        new(round, Asked.LiftBlock, Identity.Id, Identity.Id, default, default, null) { Block = block },
        () => new(HttpMethod.Delete, $"api/v1/privacy/blocks/{block}"),
        (exchange, _) => Task.FromResult(exchange));

    /// <summary>The blocks that stand; not logged: it discloses no health data.</summary>
    public async Task<IReadOnlyList<Guid>> BlocksAsync()
    {
        var privacy = await http.GetFromJsonAsync<JsonElement>("api/v1/privacy");
        return [.. privacy.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("id").GetGuid())];
    }

    /// <summary>Sends one JSON step of a sign-in or an activation, which must succeed: now or, where the platform says so, later.</summary>
    public async Task<JsonElement> StepAsync(string path, object body)
    {
        for (var tries = 1; ; tries++)
        {
            using var answer = await http.PostAsJsonAsync(path, body);
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable || tries == MostTries)
            {
                return await JsonAsync(answer.EnsureSuccessStatusCode());
            }

            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
        }
    }

    /// <summary>Comes in with a session from here on.</summary>
    public void Use(string token) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public void Dispose() => http.Dispose();

    private async Task<Exchange> AskAsync(
        Exchange exchange, Func<HttpRequestMessage> request, Func<Exchange, HttpResponseMessage, Task<Exchange>> read)
    {
        exchange = exchange with { Sent = DateTimeOffset.UtcNow };
        try
        {
            using var message = request();
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
            exchange = exchange with { Status = (int)answer.StatusCode };
            if (exchange.Acknowledged)
            {
                exchange = await read(exchange, answer);
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
        {
            exchange = exchange with
            {
                // Headers that said 200 have disclosed something, even if the rest never came.
                Status = exchange.Asked is Asked.Content ? exchange.Status : null,
                NeverArrived = cut is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError },
            };
        }

        exchange = exchange with { Ended = DateTimeOffset.UtcNow };
        log.Add(exchange);
        return exchange;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (body.Length == 0)
        {
            // A step that tells nothing but that it was made.
            return default;
        }

        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    private static string[] Ids(JsonElement bundle) => bundle.TryGetProperty("entry", out var entries)
        ? [.. entries.EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!)]
        : [];
}
