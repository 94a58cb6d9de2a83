using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Notifications;

namespace MonEspaceSante.Api.Notifications;

/// <summary>What the holder is told.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this CitizenRoutes routes) => routes.Map(HttpMethods.Get, "/notifications", ReadAsync);

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains)
    {
        var notices = await grains.GetGrain<INotificationsGrain>(((Caller.Holder)context.RequiredCaller()).Space.Value).Read();
        return notices.Accepted ? Results.Ok(notices.Value) : Refusals.Answer(notices.Refusal);
    }
}
