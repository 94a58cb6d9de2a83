using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;

namespace MonEspaceSante.Api.Notifications;

/// <summary>What the holder is told, what they have seen of it, and what they want mails about.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/notifications", ReadAsync).WithMetadata(new IsAbout(ProxyMatter.Record));
        routes.Map(HttpMethods.Get, "/notifications/live", LiveFeed.FollowAsync).WithMetadata(new IsAbout(ProxyMatter.Record));
        routes.Map(HttpMethods.Put, "/notifications/read", MarkReadAsync);
        routes.Map(HttpMethods.Put, "/notifications/preferences", MuteAsync);
    }

    public static INotificationsGrain Of(HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<INotificationsGrain>(context.SpaceActedIn().Value);

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains)
    {
        var notices = await Of(context, grains).Read();
        return notices.Accepted ? Results.Ok(notices.Value) : Refusals.Answer(notices.Refusal);
    }

    private static async Task<IResult> MarkReadAsync(ReadRequest request, HttpContext context, IGrainFactory grains) =>
        Answer(await Of(context, grains).MarkRead(Envelope.Once(), new MarkNoticesRead(request.UpTo)));

    private static async Task<IResult> MuteAsync(PreferencesRequest request, HttpContext context, IGrainFactory grains) =>
        Answer(await Of(context, grains).Mute(Envelope.Once(), new MuteNotices(request.Muted.ToValueList())));

    private static IResult Answer(Outcome<Done> outcome) => outcome.Accepted ? Results.NoContent() : Refusals.Answer(outcome.Refusal);

    private sealed record ReadRequest(long UpTo);

    private sealed record PreferencesRequest(NoticeKind[] Muted);
}
