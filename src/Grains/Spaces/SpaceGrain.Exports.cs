using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Exports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Vault;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Everything of the space as one archive.</content>
internal sealed partial class SpaceGrain
{
    private readonly Dictionary<Guid, int> _exportProgress = [];

    public async Task<Outcome<Export>> RequestExport(Envelope envelope, RequestExport command)
    {
        var requested = await Commit(
            envelope, act => Domain.Exports.RequestExport.Decide(_space, command, act, reference.Matrices.At(act.At)), DomainJson.Default.Export);
        if (requested.Accepted)
        {
            await OrderExport(requested.Value.Id);
        }

        return requested;
    }

    public Task<ToldExports> Exports()
    {
        var now = Time.GetUtcNow();
        var told = _space.Exports.Where(export => export.IsOf(CallerContext.Required)).OrderByDescending(export => export.RequestedAt).Select(export => Told(export, now));
        return Task.FromResult(new ToldExports(told.ToValueList()));
    }

    public Task<Outcome<Export>> DownloadExport(Envelope envelope, DownloadExport command) =>
        Commit(envelope, act => Domain.Exports.DownloadExport.Decide(_space, command, act, reference.Matrices.At(act.At)), DomainJson.Default.Export);

    public Task<Outcome<Export>> ExportToMake(Guid id)
    {
        Outcome<Export> answer = CallerContext.Required is not Caller.Platform ? ExportRefusals.OnlyThePlatform
            : Preparing(id) is { } export ? export
            : ExportRefusals.Unknown;
        return Task.FromResult(answer);
    }

    public Task TellExportProgress(Guid id, int percent)
    {
        if (CallerContext.Required is Caller.Platform && Preparing(id) is not null)
        {
            _exportProgress[id] = percent;
        }

        return Task.CompletedTask;
    }

    public async Task<Outcome<Export>> FinishExport(Envelope envelope, FinishExport command)
    {
        var finished = await Commit(envelope, act => Domain.Exports.FinishExport.Decide(_space, command, act), DomainJson.Default.Export);
        _exportProgress.Remove(command.Id);
        return finished;
    }

    private Task PrepareExport(DueItem item) => Preparing(item.Id) is null ? Task.CompletedTask : OrderExport(item.Id);

    // The archive first: what is left of it by a crash is removed the next time, as long as the state names it.
    private async Task RemoveExport(DueItem item)
    {
        if (_space.FindExport(item.Id) is not { } export || export.StateAt(Time.GetUtcNow()) is not ExportState.Expired)
        {
            return;
        }

        if (export.Archive is { } archive)
        {
            try
            {
                await vault.DeleteAsync(Vaulted(archive), CancellationToken.None);
            }
            catch (StorageUnavailableException unavailable)
            {
                throw new StorageTroubleException(unavailable.Message);
            }
        }

        await Commit(Woken(item), act => Domain.Exports.RemoveExport.Decide(_space, new(item.Id), act), GrainsJson.Default.Done);
    }

    private async Task OrderExport(Guid id)
    {
        try
        {
            await exports.SendAsync(this.GetPrimaryKeyString(), id);
        }
        catch (StorageUnavailableException unavailable)
        {
            // The request stands; the due index asks again.
            throw new StorageTroubleException(unavailable.Message);
        }
    }

    private Export? Preparing(Guid id) =>
        _space.FindExport(id) is { } export && export.StateAt(Time.GetUtcNow()) is ExportState.Preparing ? export : null;

    private ToldExport Told(Export export, DateTimeOffset now)
    {
        var state = export.StateAt(now);
        return new(
            export.Id, state, export.RequestedAt, state is ExportState.Ready ? 100 : _exportProgress.GetValueOrDefault(export.Id),
            export.ReadyAt, export.ExpiresAt, export.Archive?.Length);
    }

    private static VaultedContent Vaulted(DocumentContent content) => new(content.Blob, content.Key, content.Length, content.Sha256, content.Sha1);
}
