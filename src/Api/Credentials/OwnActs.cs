using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Credentials;

/// <summary>
/// Writes what people do with their own account into the history of their space: what they did, never a secret nor an address. Written before a token
/// is given out; a change that could not be traced is answered 503, and repeating it traces it.
/// </summary>
internal sealed class OwnActs(IGrainFactory grains, AccountDirectory accounts, OneTimeCodes codes)
{
    /// <summary>The holder of <paramref name="space"/> did <paramref name="action"/>.</summary>
    public async Task NoteAsync(SpaceId space, TraceAction action)
    {
        using var acting = CallerContext.Become(new Caller.Holder(space));
        await grains.GetGrain<ISpaceGrain>(space.Value).NoteOwnAct(Envelope.Once(), new NoteOwnAct(action));
    }

    /// <summary>The same, of a change in how they sign in: their contacts are told, so that a thief does not go unseen.</summary>
    public async Task NoteChangeAsync(SpaceId space, TraceAction action)
    {
        await NoteAsync(space, action);
        using var acting = CallerContext.Become(new Caller.Holder(space));
        var account = await accounts.Of(space).Read();
        await Task.WhenAll(account.Value!.Contacts.Select(codes.TellOfChangeAsync));
    }
}
