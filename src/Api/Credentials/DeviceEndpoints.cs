using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Credentials;

/// <summary>The devices that are signed in: the list, one revoked, all of them signed out. Effective everywhere in less than 5 s.</summary>
internal static class DeviceEndpoints
{
    public static void MapDevices(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Get, "/account/devices", ReadAsync);
        routes.MapOwn(HttpMethods.Delete, "/account/devices", SignOutEverywhereAsync);
        routes.MapOwn(HttpMethods.Delete, "/account/devices/{id:guid}", RevokeAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, AccountDirectory accounts, IGrainFactory grains)
    {
        var own = context.RequiredSession();
        var sessions = await accounts.Of(own.Space).Sessions();
        if (!sessions.Accepted)
        {
            return Refusals.Answer(sessions.Refusal);
        }

        // Latest use is the session's to say; one that has gone idle, or was lost with its silo, is on no list.
        var seen = await Task.WhenAll(sessions.Value.Sessions.Select(session => grains.GetGrain<ISessionGrain>(session.Key).LastSeen()));
        return Results.Ok(new DevicesAnswer([.. sessions.Value.Sessions.Zip(seen).Where(pair => pair.Second is not null).Select(pair =>
            new DeviceAnswer(pair.First.Id, pair.First.Device, pair.First.Began, pair.Second!.Value, pair.First.Id == own.Id))]));
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, Guid id, AccountDirectory accounts, OwnActs acts)
    {
        var space = context.RequiredSession().Space;
        return await AnswerAsync(await accounts.Of(space).EndSession(new EndSession(id)), space, acts);
    }

    /// <summary>Every other device where <c>keep=current</c>; this one too otherwise.</summary>
    private static async Task<IResult> SignOutEverywhereAsync(HttpContext context, AccountDirectory accounts, OwnActs acts)
    {
        var own = context.RequiredSession();
        var keepsOwn = context.Request.Query["keep"] == "current";
        return await AnswerAsync(await accounts.Of(own.Space).SignOutEverywhere(new SignOutEverywhere(keepsOwn ? own.Id : null)), own.Space, acts);
    }

    private static async Task<IResult> AnswerAsync(Outcome<Done> ended, SpaceId space, OwnActs acts)
    {
        if (!ended.Accepted)
        {
            return Refusals.Answer(ended.Refusal);
        }

        await acts.NoteAsync(space, TraceAction.SignedOut);
        return Results.NoContent();
    }

    private sealed record DevicesAnswer(DeviceAnswer[] Devices);

    private sealed record DeviceAnswer(Guid Id, string Device, DateTimeOffset Since, DateTimeOffset LastSeen, bool Current);
}
