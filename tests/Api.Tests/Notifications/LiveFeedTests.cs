using System.Net;
using MonEspaceSante.Api.Notifications;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace MonEspaceSante.Api.Tests.Notifications;

/// <summary>Notices as they come, and the mails that say there is something to read.</summary>
[Collection(OnePlatform.Name)]
public sealed class LiveFeedTests(RunningPlatform platform)
{
    private const string Live = "/api/v1/notifications/live";

    [Fact]
    public async Task A_notice_is_told_live_and_told_again_to_who_comes_back()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        using var feed = await FollowAsync(me);
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        Assert.Equal(["id: 1", "event: notice"], (await NextAsync(feed))[..2]);

        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        using var again = await FollowAsync(me, ("Last-Event-ID", "1"));
        var second = await NextAsync(again);
        Assert.Equal("id: 2", second[0]);
        Assert.Contains("\"kind\":\"document-added\"", second[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_to_who_has_signed_out()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        using var feed = await FollowAsync(me);
        (await me.DeleteAsync("/api/v1/session")).Is(HttpStatusCode.NoContent);
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        Assert.Equal("", (await feed.ReadToEndAsync()).Trim());
    }

    [Fact]
    public async Task What_was_seen_is_marked_and_what_is_muted_is_told_back()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        await Notices.ReadAsync(me, kinds => kinds.Count == 1);
        Assert.Equal(1, (await me.GetAsync("/api/v1/notifications")).Json.GetProperty("unread").GetInt32());
        (await me.PutAsync("/api/v1/notifications/read", """{"upTo":1}""")).Is(HttpStatusCode.NoContent);
        (await me.PutAsync("/api/v1/notifications/preferences", """{"muted":["document-added"]}""")).Is(HttpStatusCode.NoContent);
        var list = (await me.GetAsync("/api/v1/notifications")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(0, list.GetProperty("unread").GetInt32());
        Assert.True(list.GetProperty("notices")[0].GetProperty("read").GetBoolean());
        Assert.Equal("document-added", Assert.Single(list.GetProperty("muted").EnumerateArray()).GetString());
        (await me.PutAsync("/api/v1/notifications/preferences", """{"muted":["emergency-access"]}"""))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "notice-always-told", fhir: false);
    }

    [Fact]
    public async Task A_mail_says_that_there_is_something_and_not_what()
    {
        var person = await platform.People.ActivatedAsync();
        var address = $"p{Guid.NewGuid():N}@example.org";
        using (CallerContext.Become(new Caller.Holder(person.Space)))
        {
            var book = platform.Services.GetRequiredService<IGrainFactory>().GetGrain<INotificationsGrain>(person.Space.Value);
            await book.KnowAddress(Envelope.Once(), new KnowAddress(address));
        }

        await new Deposit(person) { Title = "Sérologie" }.ByAsync(platform.Visitors.Professional("lab-org"));
        string? mail = null;
        while (mail is null)
        {
            using (CallerContext.Become(new Caller.Platform("tests")))
            {
                await platform.Services.GetRequiredService<NoticeMails>().SendAsync(CancellationToken.None);
            }

            mail = MailTo(address);
        }

        Assert.Contains("Vous avez une nouvelle notification", mail, StringComparison.Ordinal);
        Assert.All(["Sérologie", person.Matricule, person.Sheet.BirthName, person.Space.Value, "document", "laboratoire"],
            word => Assert.DoesNotContain(word, mail, StringComparison.OrdinalIgnoreCase));
    }

    private string? MailTo(string address)
    {
        var folder = Path.Combine(platform.Folder, "outbox");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText).FirstOrDefault(text => text.Contains(address, StringComparison.Ordinal))
            : null;
    }

    private static async Task<StreamReader> FollowAsync(Visitor me, params (string, string)[] headers)
    {
        var response = await me.FollowAsync(HttpMethod.Get, Live, headers);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var feed = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal([": follow"], await NextBlockAsync(feed));
        return feed;
    }

    // Comments keep the way open; they tell nothing.
    private static async Task<string[]> NextAsync(StreamReader feed)
    {
        string[] block;
        do
        {
            block = await NextBlockAsync(feed);
        }
        while (block[0].StartsWith(':'));

        return block;
    }

    private static async Task<string[]> NextBlockAsync(StreamReader feed)
    {
        var lines = new List<string>();
        while (await feed.ReadLineAsync() is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return [.. lines];
    }
}
