using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Grains.Notifications;

namespace MonEspaceSante.Api.Notifications;

/// <summary>
/// Notices as server-sent events (the HTML standard, section 9.2): each has its number as id, so that a browser that comes back with
/// <c>Last-Event-ID</c> misses none. Without that header the feed begins with the next notice.
/// </summary>
/// <remarks>
/// Each wait ends after 15 seconds at most, and a comment then keeps the way open. The session is looked at before anything is written: nothing is
/// told to who has signed out. Following counts as no activity: a page left open does not keep its session.
/// </remarks>
internal static class LiveFeed
{
    // Beyond every number: where there is no header, what was before is not told again.
    private const long FromNowOn = long.MaxValue;

    public static async Task FollowAsync(HttpContext context, IGrainFactory grains, IOptions<JsonOptions> json)
    {
        var (notices, session) = (NotificationEndpoints.Of(context, grains), SessionAuthentication.Session(grains, SessionAuthentication.Token(context)!));
        var response = context.Response;
        response.ContentType = "text/event-stream";
        await response.WriteAsync(": follow\n\n", context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);

        var after = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : FromNowOn;
        while (!context.RequestAborted.IsCancellationRequested)
        {
            var found = await notices.After(after).WaitAsync(context.RequestAborted);
            if (!found.Accepted || !await session.Lives())
            {
                return;
            }

            foreach (var notice in found.Value.Notices)
            {
                var data = JsonSerializer.Serialize(notice, json.Value.SerializerOptions);
                await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {notice.Number}\nevent: notice\ndata: {data}\n\n"), context.RequestAborted);
            }

            if (found.Value.Notices.Count == 0)
            {
                await response.WriteAsync(": still here\n\n", context.RequestAborted);
            }

            after = found.Value.Last;
            await response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
