using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Exports;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Cli.Tests;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Due;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using Visitor = MonEspaceSante.Api.Tests.Fixtures.Visitor;

namespace MonEspaceSante.Api.Tests.Lives;

/// <summary>One person's space from its activation to its erasure, over HTTP, on a platform whose clock is put forward.</summary>
public sealed class WholeLifeTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string Canary = "Titre-canari-9c41";

    // What is kept of a person beside their space, as their journals are named.
    private static readonly string[] Belongings = ["notice-book", "reports", "account", "relatives"];

    [Fact]
    public async Task What_was_deposited_exported_and_told_is_readable_by_nobody_once_the_space_is_erased()
    {
        var account = await platform.OpenAccountAsync();
        var me = platform.Visitors.Citizen(await account.SignInAsync());
        await new Deposit(account.Person) { Title = Canary, Content = Encoding.ASCII.GetBytes($"%PDF-1.7 {Canary}") }.ByAsync(platform.Visitors.Professional("gp"));
        await ExportAsync(me);
        Assert.Contains("export-ready", await Notices.ReadAsync(me, kinds => kinds.Contains("export-ready")));
        var journals = Belongings.Select(kind => JournalId.Of(kind, account.Person.Space.Value)).Append(JournalId.Parse(account.Person.Space.Value)).ToList();
        Assert.Contains(Canary, await ReadableAsync(journals), StringComparison.Ordinal);
        Assert.Contains(account.Email, await ReadableAsync(journals), StringComparison.Ordinal);

        var number = await CloseAsync(me);

        // R12: within five seconds no session outlives the closing; the archive is signed in to anew.
        platform.Clock.Advance(TimeSpan.FromSeconds(5));
        (await me.GetAsync("/api/v1/account/life")).Is(HttpStatusCode.Unauthorized);
        var reader = platform.Visitors.Citizen(await account.SignInAsync());
        Assert.Equal("in-deletion", (await reader.GetAsync("/api/v1/account/life")).Is(HttpStatusCode.OK).Json.GetProperty("status").GetString());
        (await platform.Visitors.Citizen().GetAsync($"/api/v1/erasures/{number}")).IsRefused(HttpStatusCode.NotFound, "erasure-not-certified", fhir: false);

        platform.Clock.Advance(TimeSpan.FromDays(SpaceEnding.DeletionDays + 1));
        await FallDueAsync();
        platform.Clock.Advance(EraseSpace.Farewell);
        var certificate = await CertificateAsync(number);

        var readable = await ReadableAsync(journals);
        Assert.DoesNotContain(Canary, readable, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Email, readable, StringComparison.Ordinal);
        Assert.Empty(await DocumentsAsync(account.Person.Space));
        await VerifiedAsync(certificate, account.Person.Space);
    }

    private static async Task<string> CloseAsync(Visitor me)
    {
        var life = (await me.PostAsync("/api/v1/account/closing", """{"deleting":true}""")).Is(HttpStatusCode.OK).Json;
        return life.GetProperty("receipts").EnumerateArray().Single(receipt => receipt.GetProperty("decision").GetString() == "deletion")
            .GetProperty("number").GetString()!;
    }

    private async Task ExportAsync(Visitor me)
    {
        var id = (await me.PostAsync("/api/v1/account/exports", "{}")).Is(HttpStatusCode.Accepted).Json.GetProperty("id").GetString();
        for (var state = "preparing"; state != "ready";)
        {
            await platform.Services.GetRequiredService<ExportMaker>().MakeAllAsync(CancellationToken.None);
            state = (await me.GetAsync($"/api/v1/account/exports/{id}")).Is(HttpStatusCode.OK).Json.GetProperty("state").GetString()!;
        }
    }

    // The first round shares the day out to its hours, the second calls what is due, the third what that has asked for at once.
    private async Task FallDueAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await platform.Services.GetRequiredService<DueRounds>().RunAsync(CancellationToken.None);
        }
    }

    /// <summary>The certificate, as anybody gets it who knows its number: by as many rounds of what is due as it takes, a bounded number.</summary>
    private async Task<byte[]> CertificateAsync(string number)
    {
        for (var round = 1; ; round++)
        {
            await FallDueAsync();
            var answer = await platform.Visitors.Citizen().GetAsync($"/api/v1/erasures/{number}");
            if (answer.Status is HttpStatusCode.OK || round == 100)
            {
                return answer.Is(HttpStatusCode.OK).Body;
            }
        }
    }

    /// <summary>All that is left in <paramref name="journals"/>, opened with every key that is left.</summary>
    private async Task<string> ReadableAsync(IEnumerable<JournalId> journals)
    {
        var bodies = new StringBuilder();
        foreach (var journal in journals)
        {
            await platform.Services.GetRequiredService<IJournalStore>().OpenAsync(
                journal, 0, state => bodies.Append(Encoding.UTF8.GetString(state.Span)), entry => bodies.Append(Encoding.UTF8.GetString(entry.Body.Span)),
                CancellationToken.None);
        }

        return bodies.ToString();
    }

    // The person is alone on this platform: whatever lies there is theirs.
    private async Task<List<string>> DocumentsAsync(SpaceId space)
    {
        var left = new List<string>();
        await foreach (var blob in platform.Services.GetRequiredService<IBlobStore>().ListAsync(BlobContainer.Documents, "", CancellationToken.None))
        {
            left.Add($"{space}: {blob.Path}");
        }

        return left;
    }

    private async Task VerifiedAsync(byte[] certificate, SpaceId space)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("mes-certificate-").FullName, "certificate.json");
        await File.WriteAllBytesAsync(file, certificate);
        var erasure = await Mes.RunAsync("verify-erasure", file, "--data", platform.Folder);
        Assert.True(erasure is { ExitCode: 0, Error: "" }, erasure.Error + erasure.Output);
        var chain = await Mes.RunAsync("verify", "--journal", space.Value, "--data", platform.Folder);
        Assert.True(chain is { ExitCode: 0, Error: "" }, chain.Error + chain.Output);

        // A figure of it is another: the certificate holds no more.
        var text = Encoding.UTF8.GetString(certificate);
        var at = text.IndexOf("\"documents\":", StringComparison.Ordinal) + "\"documents\":".Length;
        await File.WriteAllTextAsync(file, text.Insert(at, "9"));
        Assert.NotEqual(0, (await Mes.RunAsync("verify-erasure", file, "--data", platform.Folder)).ExitCode);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
