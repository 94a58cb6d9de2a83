using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Notifications;

/// <summary>
/// Notices as server-sent events (the HTML standard, section 9.2): each has its number as id, so that a browser that comes back with
/// <c>Last-Event-ID</c> misses none. Without that header the feed begins with the next notice.
/// </summary>
/// <remarks>
/// Each wait ends after 15 seconds at most, and a comment then keeps the way open. The session and the right to act in the space are looked
/// at before anything is written: nothing is told to who has signed out, or represents or cares for the holder no longer. Following counts as no activity: a page left open does not keep its session.
/// </remarks>
internal static class LiveFeed
{
    // Beyond every number: where there is no header, what was before is not told again.
    private const long FromNowOn = long.MaxValue;

    public static async Task FollowAsync(HttpContext context, IGrainFactory grains, IHostApplicationLifetime host, IOptions<JsonOptions> json)
    {
        // A feed has no end of its own: the platform would wait for it when it stops.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await FollowAsync(context, grains, json.Value.SerializerOptions, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Whoever listened is gone, or the platform goes.
        }
    }

    private static async Task FollowAsync(HttpContext context, IGrainFactory grains, JsonSerializerOptions json, CancellationToken ending)
    {
        var (notices, session) = (NotificationEndpoints.Of(context, grains), SessionAuthentication.Session(grains, SessionAuthentication.Token(context)!));
        var (space, response) = (grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value), context.Response);
        response.ContentType = "text/event-stream";
        await response.WriteAsync(": follow\n\n", ending);
        await response.Body.FlushAsync(ending);

        var after = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : FromNowOn;
        while (!ending.IsCancellationRequested)
        {
            var found = await notices.After(after, ending);
            if (!found.Accepted || !await session.Lives() || !(await space.Whose()).Accepted)
            {
                return;
            }

            await response.WriteAsync(Text(found.Value, json), ending);
            await response.Body.FlushAsync(ending);
            after = found.Value.Last;
        }
    }

    private static string Text(NewNotices found, JsonSerializerOptions json) => found.Notices.Count == 0 ? ": still here\n\n"
        : string.Concat(found.Notices.Select(notice => string.Create(
            CultureInfo.InvariantCulture, $"id: {notice.Number}\nevent: notice\ndata: {JsonSerializer.Serialize(notice, json)}\n\n")));
}
