using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Exports;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Cli.HistoryProofs;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Exports;

/// <summary>Everything of a space as one archive, as its holder gets it; on a platform whose clock can be put forward.</summary>
public sealed class ExportTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Fact]
    public async Task The_archive_holds_files_resources_history_and_pages_that_link_to_all_of_it()
    {
        var (person, me) = await HolderAsync();
        var gp = platform.Visitors.Professional("gp");
        await new Deposit(person) { Title = "Bilan <d’été> & \"suite\"", Content = Encoding.ASCII.GetBytes("%PDF-1.7 one") }.ByAsync(gp);
        await new Deposit(person) { Title = "Annonce à venir", Visibility = "INVISIBLE_PATIENT" }.ByAsync(gp);
        await AllergyAsync(person, me);

        var id = await ReadyAsync(me);
        using var zip = await ArchiveAsync(me, id);

        Assert.Equal(
            ["documents/00001.pdf", "fhir/AllergyIntolerance.json", "fhir/DocumentReference.json", "fhir/Patient.json", "history/historique.csv", "history/history.csv",
                "history/history.json", "history/proof.json", "index.en.html", "index.html"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal("%PDF-1.7 one", Text(zip, "documents/00001.pdf"));
        foreach (var bundle in zip.Entries.Where(entry => entry.FullName.StartsWith("fhir/", StringComparison.Ordinal)))
        {
            Assert.True(FhirResource.FromJson(Bytes(bundle)).Accepted, bundle.FullName);
        }

        var sheet = JsonDocument.Parse(Text(zip, "fhir/DocumentReference.json")).RootElement.GetProperty("entry")[0].GetProperty("resource");
        Assert.Equal("../documents/00001.pdf", sheet.GetProperty("content")[0].GetProperty("attachment").GetProperty("url").GetString());
        Assert.Contains(person.Matricule, Text(zip, "fhir/Patient.json"), StringComparison.Ordinal);
        Assert.Null(HistoryVerifier.Verify(Bytes(zip.GetEntry("history/proof.json")!)).Fault);
        AssertPages(zip);
        Assert.All(zip.Entries, entry => Assert.DoesNotContain("Annonce", Encoding.UTF8.GetString(Bytes(entry)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_and_downloading_stand_in_the_history_and_a_notice_says_that_it_is_ready()
    {
        var (_, me) = await HolderAsync();
        var id = await ReadyAsync(me);
        using var zip = await ArchiveAsync(me, id);

        var actions = (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Json.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("action").GetString()).ToList();
        Assert.Contains("requested-export", actions);
        Assert.Contains("downloaded-export", actions);
        Assert.Contains("export-ready", await Notices.ReadAsync(me, kinds => kinds.Contains("export-ready")));
    }

    [Fact]
    public async Task A_download_that_broke_off_goes_on_where_it_was_and_never_with_another_archive()
    {
        var (person, me) = await HolderAsync();
        await new Deposit(person).ByAsync(platform.Visitors.Professional("gp"));
        var path = $"/api/v1/account/exports/{await ReadyAsync(me)}/archive";
        var whole = (await me.GetAsync(path)).Is(HttpStatusCode.OK);
        var tag = whole.Headers["ETag"];

        var first = (await me.GetAsync(path, ("Range", "bytes=0-99"))).Is(HttpStatusCode.PartialContent);
        var rest = (await me.GetAsync(path, ("Range", "bytes=100-"), ("If-Range", tag))).Is(HttpStatusCode.PartialContent);
        var other = (await me.GetAsync(path, ("Range", "bytes=100-"), ("If-Range", "\"another\""))).Is(HttpStatusCode.OK);

        Assert.Equal($"bytes 100-{whole.Body.Length - 1}/{whole.Body.Length}", rest.Headers["Content-Range"]);
        Assert.Equal(whole.Body, first.Body.Concat(rest.Body));
        Assert.Equal(whole.Body, other.Body);
    }

    [Fact]
    public async Task Both_want_a_fresh_proof_and_the_list_does_not()
    {
        var (_, me) = await HolderAsync();
        var id = await ReadyAsync(me);
        platform.Clock.Advance(TimeSpan.FromMinutes(6));

        (await me.PostAsync("/api/v1/account/exports", "{}")).IsRefused(HttpStatusCode.Forbidden, "fresh-proof-needed", fhir: false);
        (await me.GetAsync($"/api/v1/account/exports/{id}/archive")).IsRefused(HttpStatusCode.Forbidden, "fresh-proof-needed", fhir: false);
        Assert.Equal(1, (await me.GetAsync("/api/v1/account/exports")).Is(HttpStatusCode.OK).Json.GetProperty("exports").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_sees_the_export_of_somebody_else()
    {
        var (_, me) = await HolderAsync();
        var (_, other) = await HolderAsync();
        var id = await ReadyAsync(me);
        (await other.GetAsync($"/api/v1/account/exports/{id}")).IsRefused(HttpStatusCode.NotFound, "export-unknown", fhir: false);
        (await other.GetAsync($"/api/v1/account/exports/{id}/archive")).IsRefused(HttpStatusCode.NotFound, "export-unknown", fhir: false);
    }

    [Fact]
    public async Task Nothing_of_the_archive_lies_in_clear_on_disk()
    {
        var (person, me) = await HolderAsync();
        await new Deposit(person) { Title = "Titre-canari-7f3a" }.ByAsync(platform.Visitors.Professional("gp"));
        await ReadyAsync(me);
        Assert.All(platform.StoredFiles, file => Assert.DoesNotContain("Titre-canari-7f3a", RunningPlatform.ReadBytes(file), StringComparison.Ordinal));
    }

    private static void AssertPages(ZipArchive zip)
    {
        foreach (var page in new[] { "index.html", "index.en.html" })
        {
            var html = Text(zip, page);
            Assert.Contains("Bilan &lt;d’été&gt; &amp; &quot;suite&quot;", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
            var links = System.Text.RegularExpressions.Regex.Matches(html, "href=\"([^\"]+)\"").Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();
            Assert.All(links, link => Assert.NotNull(zip.GetEntry(link)));
            Assert.Contains("documents/00001.pdf", links);
            Assert.Contains("Pénicilline", html, StringComparison.Ordinal);
        }
    }

    private static async Task AllergyAsync(Person person, Visitor me) => (await me.PostAsync(
        "/fhir/AllergyIntolerance",
        $$"""
        {"resourceType":"AllergyIntolerance","code":{"text":"Pénicilline"},"patient":{"reference":"Patient/{{person.Space}}"},
         "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]} }
        """)).Is(HttpStatusCode.Created);

    /// <summary>The archive is made beside the answer: it is awaited by what it brings, never by a length of time.</summary>
    private async Task<string> ReadyAsync(Visitor me)
    {
        var asked = (await me.PostAsync("/api/v1/account/exports", "{}")).Is(HttpStatusCode.Accepted);
        var id = asked.Json.GetProperty("id").GetString()!;
        Assert.EndsWith($"/api/v1/account/exports/{id}", asked.Headers["Location"], StringComparison.Ordinal);
        for (var state = "preparing"; state != "ready";)
        {
            await platform.Services.GetRequiredService<ExportMaker>().MakeAllAsync(CancellationToken.None);
            state = (await me.GetAsync($"/api/v1/account/exports/{id}")).Is(HttpStatusCode.OK).Json.GetProperty("state").GetString()!;
        }

        return id;
    }

    private static async Task<ZipArchive> ArchiveAsync(Visitor me, string id)
    {
        var archive = (await me.GetAsync($"/api/v1/account/exports/{id}/archive")).Is(HttpStatusCode.OK);
        Assert.Equal("application/zip", archive.MediaType);
        Assert.Equal("no-store", archive.Headers["Cache-Control"]);
        return new ZipArchive(new MemoryStream(archive.Body));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var file = entry.Open();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string path) => Encoding.UTF8.GetString(Bytes(zip.GetEntry(path)!));

    private async Task<(Person Person, Visitor Me)> HolderAsync()
    {
        var person = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);
        return (person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)));
    }
}
