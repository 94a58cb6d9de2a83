using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Grains.Spaces;

/// <content>
/// Two spaces of one person. The other is closed before it is read, so that nothing comes in behind; broken off anywhere, the work is gone through again
/// when the due index calls anew, and what is here already is passed over.
/// </content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<SpaceUse>> Use() => Task.FromResult(SpaceUse.Of(_space, new Act(CallerContext.Required, Time.GetUtcNow(), Guid.Empty)));

    public Task<Outcome<Done>> NameDouble(Envelope envelope, NameDouble command) =>
        Commit(envelope, act => Domain.Doubles.NameDouble.Decide(_space, command, act), GrainsJson.Default.Done);

    public async Task<Outcome<HandedOver>> HandOver(Envelope envelope, CloseAsDouble command)
    {
        var closed = await Commit(envelope, act => CloseAsDouble.Decide(_space, command, act), GrainsJson.Default.Done);
        return closed.Accepted ? new HandedOver(SnapshotState()) : closed.Refusal;
    }

    public Task<Outcome<Done>> EraseDouble(Envelope envelope, EraseDouble command) =>
        Commit(envelope, act => Domain.Doubles.EraseDouble.Decide(_space, command, act), GrainsJson.Default.Done);

    private async Task TakeInDouble(DueItem item)
    {
        if (_space.Doubles.FirstOrDefault(known => known.IsWorkOf(item.Id)) is not { } known)
        {
            return;
        }

        var handed = await GrainFactory.GetGrain<ISpaceGrain>(known.Space.Value).HandOver(Envelope.Once(), new(_space.Id));
        if (!handed.Accepted && handed.Refusal != SpaceRefusals.IsErased)
        {
            throw new InvalidOperationException($"A double does not hand over what it holds: {handed.Refusal.Code}.");
        }

        var held = handed.Value?.Space.Read(DomainJson.Default.SpaceSnapshot);

        // What its author has removed is shown to nobody: it stays in the history of the other space.
        foreach (var sheet in held?.Documents.Standing.Select(standing => standing.Thing).Where(sheet => sheet.Status is not DocumentStatus.Deleted) ?? [])
        {
            await TakeInDocument(known.Space, sheet);
        }

        await Commit(Envelope.Once(), act => Domain.Doubles.TakeInDouble.Decide(_space, new(known.Space, held), act), GrainsJson.Default.Done);
    }

    // The content first: a crash leaves at worst a copy that nothing mentions, which the sweep of orphans removes.
    private async Task TakeInDocument(SpaceId other, DocumentSheet sheet)
    {
        if (_space.TryFind(sheet.LogicalId, out _))
        {
            return;
        }

        try
        {
            await using var content = await vault.OpenReadAsync(Vaulted(sheet.Content), 0, sheet.Content.Length, CancellationToken.None);
            var copy = await vault.WriteAsync(JournalId, sheet.LogicalId, content, sheet.Content.Length, CancellationToken.None);
            await Commit(
                Envelope.Once(),
                act => Domain.Doubles.TakeInDocument.Decide(_space, new(other, sheet, new(copy.Blob, copy.Key, copy.Length, copy.Sha256, copy.Sha1)), act),
                GrainsJson.Default.Done);
        }
        catch (StorageUnavailableException unavailable)
        {
            throw new StorageTroubleException(unavailable.Message);
        }
    }

    // Before the keys of this space are destroyed: afterwards it no longer knows which doubles it had.
    private async Task EraseDoubles(ErasureGround ground)
    {
        foreach (var known in _space.Doubles)
        {
            await GrainFactory.GetGrain<ISpaceGrain>(known.Space.Value).EraseDouble(Envelope.Once(), new(_space.Id, ground));
        }
    }
}
