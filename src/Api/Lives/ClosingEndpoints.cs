using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Lives;

/// <summary>
/// The holder closes their space, asks for its deletion, changes their mind (R. 1111-36). Who has closed it signs in to its archive: it is read there, and
/// reopened. Each answer tells where the space is in its life, with the receipts.
/// </summary>
internal static class ClosingEndpoints
{
    public static void MapClosing(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/account/life", ReadAsync);
        routes.Map(HttpMethods.Post, "/account/closing", CloseAsync).WithMetadata(new NeedsFreshProof());
        routes.Map(HttpMethods.Delete, "/account/closing", ReopenAsync);
        routes.Map(HttpMethods.Post, "/account/closing/deletion", AskDeletionAsync).WithMetadata(new NeedsFreshProof());
        routes.Map(HttpMethods.Delete, "/account/closing/deletion", CancelDeletionAsync);
        routes.Map(HttpMethods.Post, "/account/suspension/objection", ObjectAsync);
    }

    private static Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains) => LifeAsync(Space(context, grains), Done.Answer);

    private static async Task<IResult> CloseAsync(HttpContext context, ClosingRequest request, IGrainFactory grains, AccountDirectory accounts)
    {
        var space = Space(context, grains);
        var closed = await space.Close(Envelope.Once(), new CloseSpace(request.Deleting));
        if (closed.Accepted)
        {
            // R12: what stood open under the rights of before is over, on every device. The archive is signed in to anew.
            using var platform = CallerContext.Become(new Caller.Platform("closing"));
            await accounts.Of(context.SpaceActedIn()).SignOutEverywhere(new SignOutEverywhere());
        }

        return await LifeAsync(space, closed);
    }

    private static async Task<IResult> ReopenAsync(HttpContext context, IGrainFactory grains)
    {
        var space = Space(context, grains);
        return await LifeAsync(space, await space.Reopen(Envelope.Once(), new ReopenSpace()));
    }

    private static async Task<IResult> AskDeletionAsync(HttpContext context, IGrainFactory grains)
    {
        var space = Space(context, grains);
        return await LifeAsync(space, await space.AskDeletion(Envelope.Once(), new AskDeletion()));
    }

    private static async Task<IResult> CancelDeletionAsync(HttpContext context, IGrainFactory grains)
    {
        var space = Space(context, grains);
        return await LifeAsync(space, await space.CancelDeletion(Envelope.Once(), new CancelDeletion()));
    }

    private static async Task<IResult> ObjectAsync(HttpContext context, IGrainFactory grains)
    {
        var space = Space(context, grains);
        return await LifeAsync(space, await space.ObjectToSuspension(Envelope.Once(), new ObjectToSuspension()));
    }

    private static async Task<IResult> LifeAsync(ISpaceGrain space, Outcome<Done> done)
    {
        if (!done.Accepted)
        {
            return Refusals.Answer(done.Refusal);
        }

        var life = await space.Life();
        return life.Accepted ? Results.Ok(life.Value) : Refusals.Answer(life.Refusal);
    }

    private static ISpaceGrain Space(HttpContext context, IGrainFactory grains) => grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value);

    /// <summary>What is asked for with the closing.</summary>
    /// <param name="Deleting">The deletion of what the space holds; otherwise it is archived for ten years.</param>
    private sealed record ClosingRequest(bool Deleting);
}
