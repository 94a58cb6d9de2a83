using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Erasure;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Erasure;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Grains.Spaces;

/// <content>
/// The erasure of everything that was kept of a person (storage design, section 6). Each step can be repeated: broken off anywhere, it is gone through
/// again from the first when the due index calls anew, until it is certified.
/// </content>
internal sealed partial class SpaceGrain
{
    private async Task CarryOutErasure(DueItem item)
    {
        if (_space.Ending.Erasure is not { } erasure)
        {
            return;
        }

        try
        {
            await EraseDoubles(erasure.Ground);
            var others = await Task.WhenAll(Belongings.Of(GrainFactory, _space.Id).Select(belonging => belonging.EraseContent()));
            var journal = await DestroyContent();
            var documents = await vault.DeleteAllAsync(journal, CancellationToken.None);
            await Commit(Woken(item), act => CertifyErasure.Decide(_space, new(), act), GrainsJson.Default.Done);
            if (await certificates.FindAsync(erasure.Certificate, CancellationToken.None) is null)
            {
                var decision = (await ReadNumbered(entry => entry.KeyClass is KeyClass.Trace)).First(recorded => recorded.Happened is SpaceEvent.Erased).Sequence;
                await certificates.CertifyAsync(
                    new(erasure.Certificate, journal, decision, [.. others.Select(JournalId.Parse)], erasure.At, Time.GetUtcNow(), documents),
                    CancellationToken.None);
            }
        }
        catch (StorageUnavailableException trouble)
        {
            throw new StorageTroubleException(trouble.Message);
        }
    }

    // Once every key is destroyed the journal tells nothing but that something was: the space must not look as if it had never been written.
    private void ForgetIfErased()
    {
        if (HistoryErased)
        {
            _space.Apply(new SpaceEvent.Erased(DateTimeOffset.MinValue, ErasureGround.ArchiveOver, DateTimeOffset.MinValue, ""));
        }
    }

    private async Task EndHistory(DueItem item)
    {
        await Commit(Woken(item), act => Domain.Spaces.EndHistory.Decide(_space, new(), act), GrainsJson.Default.Done);
        if (HistoryErased || _space.Ending.Erasure is { HistoryEndedAt: not null })
        {
            await Task.WhenAll(Belongings.Of(GrainFactory, _space.Id).Select(belonging => belonging.EraseHistory()));
            await DestroyHistory();
        }
    }
}
