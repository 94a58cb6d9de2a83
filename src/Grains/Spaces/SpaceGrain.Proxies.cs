using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Who acts for the holder.</content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<Caller>> ActFor(Envelope envelope, ActFor command) =>
        Commit(envelope, act => Domain.Proxies.ActFor.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Caller);

    public Task<Outcome<HolderSheet>> Whose() => Task.FromResult<Outcome<HolderSheet>>(
        _space.Holder is { } holder && _space.IsActedInBy(CallerContext.Required, Time.GetUtcNow()) ? holder : SpaceRefusals.OnlyTheHolder);
}
