using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Resources other than documents, and all that there is at once.</content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<ResourceReceipts>> CarryOut(Envelope envelope, CarryOut command) =>
        Commit(envelope, act => Domain.Resources.CarryOut.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.ResourceReceipts);

    public Task<Outcome<KeptResource>> ReadResource(Envelope envelope, ReadResource command) =>
        Commit(envelope, act => Domain.Resources.ReadResource.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.KeptResource);

    public async Task<Outcome<ResourceHistory>> ReadResourceHistory(Envelope envelope, ReadResourceHistory command)
    {
        var traced = await Commit(
            envelope, act => Domain.Resources.ReadResourceHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        return traced.Accepted ? command.In(await ReadEvents(entry => entry.KeyClass is KeyClass.Data)) : traced.Refusal;
    }

    public Task<Outcome<FoundResources>> SearchResources(Envelope envelope, SearchResources command) =>
        Commit(envelope, act => Domain.Resources.SearchResources.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.FoundResources);

    public Task<Outcome<SpaceContent>> ReadSpace(Envelope envelope, ReadSpace command) =>
        Commit(envelope, act => Domain.Resources.ReadSpace.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.SpaceContent);
}
