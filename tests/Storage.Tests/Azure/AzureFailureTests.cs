using MonEspaceSante.Storage.Azure;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Azure;

/// <summary>What the service's answers become at the port, and how often a call is sent. No emulator needed.</summary>
public sealed class AzureFailureTests
{
    private static readonly BlobName Name = new(BlobContainer.Journals, "0a1/0123/j/00000001");

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(412, "AppendPositionConditionNotMet")]
    [InlineData(409, "BlobIsSealed")]
    [InlineData(409, "BlockCountExceedsLimit")]
    [InlineData(409, "InvalidBlobType")]
    public async Task A_state_that_was_not_expected_is_a_refused_condition(int status, string code)
    {
        using var service = new ScriptedService(_ => ScriptedService.Answer(status, code));

        await Assert.ThrowsAsync<BlobConditionException>(() => Append(service));
    }

    [Theory]
    [InlineData("BlobNotFound")]
    [InlineData("ContainerNotFound")]
    public async Task What_the_service_does_not_have_is_not_found(string code)
    {
        using var service = new ScriptedService(_ => ScriptedService.Answer(404, code));

        await Assert.ThrowsAsync<BlobNotFoundException>(() => Append(service));
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Open(service).ReadAsync(Name, 0, 10, None));
        Assert.Null(await Open(service).PropertiesAsync(Name, None));
    }

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServerBusy")]
    [InlineData(500, "OperationTimedOut")]
    [InlineData(408, "RequestTimeout")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(403, "AuthorizationFailure")]
    [InlineData(409, "ContainerBeingDeleted")]
    public async Task A_service_that_cannot_answer_leaves_the_outcome_unknown_and_is_not_asked_again(int status, string code)
    {
        using var service = new ScriptedService(_ => ScriptedService.Answer(status, code));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Append(service));

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_the_outcome_unknown_and_the_write_is_sent_once()
    {
        using var service = new ScriptedService(_ => "");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Append(service));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(service).StageAsync(Name, 0, new byte[10], None));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(service).CommitAsync(Name, 1, expected: null, None));

        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_the_outcome_of_a_request_without_content_unknown()
    {
        // How often such a request is sent is not ours to say: .NET repeats it by itself. Sealing and deleting twice is sealing and deleting.
        using var service = new ScriptedService(_ => "");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(service).SealAsync(Name, None));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(service).DeleteAsync(Name, expected: null, None));
    }

    [Fact]
    public async Task A_write_that_is_not_answered_in_5_seconds_has_an_unknown_outcome()
    {
        using var service = new ScriptedService(_ => null);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Append(service));
    }

    [Fact]
    public async Task A_read_is_asked_again_until_the_service_answers()
    {
        var asked = 0;
        using var service = new ScriptedService(_ => ++asked < 4
            ? ScriptedService.Answer(503, "ServerBusy")
            : ScriptedService.Answer(200, headers: "ETag: \"0x1\"\r\nx-ms-blob-type: AppendBlob\r\nx-ms-blob-sealed: true\r\n"));

        Assert.True((await Open(service).PropertiesAsync(Name, None))!.Sealed);

        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task Content_that_breaks_off_leaves_the_store_unavailable()
    {
        var asked = 0;
        using var service = new ScriptedService(_ => asked++ > 0
            ? ""
            : "HTTP/1.1 206 Scripted\r\nETag: \"0x1\"\r\nContent-Range: bytes 0-9/10\r\nContent-Length: 10\r\nConnection: close\r\n\r\nabc");

        await using var stream = await Open(service).OpenReadAsync(Name, 0, 10, None);

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await stream.ReadExactlyAsync(new byte[10]));
    }

    [Fact]
    public async Task An_append_blob_is_only_ever_created_where_there_is_none()
    {
        using var service = new ScriptedService(_ => ScriptedService.Answer(201, headers: "ETag: \"0x1\"\r\n"));

        Assert.True(await Open(service).CreateAppendBlobAsync(Name, None));

        Assert.Contains("If-None-Match: *", Assert.Single(service.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_append_always_says_where_it_must_land()
    {
        using var service = new ScriptedService(_ => ScriptedService.Answer(201, headers: "ETag: \"0x1\"\r\n"));

        await Open(service).AppendAsync(Name, 1_234, new byte[10], None);

        Assert.Contains("x-ms-blob-condition-appendpos: 1234", Assert.Single(service.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_message_never_expires()
    {
        using var service = new ScriptedService(_ => ScriptedService.Answer(503, "ServerBusy"));
        var queues = new AzureQueueStore(AzureAccounts.One(AzureAccount.FromConnectionString(service.ConnectionString)));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => queues.SendAsync("pokes-00", "m", TimeSpan.FromMinutes(1), None));

        var request = Assert.Single(service.Requests);
        Assert.Contains("messagettl=-1", request, StringComparison.Ordinal);
        Assert.Contains("visibilitytimeout=60", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_container_is_in_its_own_account()
    {
        using var journals = new ScriptedService(_ => ScriptedService.Answer(404, "BlobNotFound"));
        using var others = new ScriptedService(_ => ScriptedService.Answer(404, "BlobNotFound"));
        var other = AzureAccount.FromConnectionString(others.ConnectionString);
        var store = new AzureBlobStore(AzureAccounts.One(other) with { Journals = AzureAccount.FromConnectionString(journals.ConnectionString) });

        await store.PropertiesAsync(Name, None);
        await store.PropertiesAsync(Name with { Container = BlobContainer.Keys }, None);

        Assert.Contains("/account/journals/", Assert.Single(journals.Requests), StringComparison.Ordinal);
        Assert.Contains("/account/keys/", Assert.Single(others.Requests), StringComparison.Ordinal);
    }

    private static AzureBlobStore Open(ScriptedService service) => new(AzureAccounts.One(AzureAccount.FromConnectionString(service.ConnectionString)));

    private static Task Append(ScriptedService service) => Open(service).AppendAsync(Name, 0, new byte[10], None);
}
