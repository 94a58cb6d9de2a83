using System.IO.Pipelines;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir.Exports;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Exports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Exports;

/// <summary>
/// Makes the archives that were asked for, one after the other. Reads the space for who asked, under their rights as they are now and in their history; what is broken
/// off is begun again when the message comes back.
/// </summary>
internal sealed partial class ExportMaker(ExportQueue queue, IGrainFactory grains, IVault vault, ExportArchive archive, TimeProvider time, ILogger<ExportMaker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private static readonly Caller Component = new Caller.Platform("exports");

    // Above the largest space that there is reason to expect: a thousand documents of 50 MB.
    private const long MostBytes = 64L * 1024 * 1024 * 1024;
    private const int Step = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MakeAllAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not (OutOfMemoryException or OperationCanceledException))
            {
                // The message comes back by itself, until the export is given up.
                LogBrokenOff(logger, trouble.GetType().Name);
            }
        }
    }

    /// <summary>Makes every archive that is asked for now.</summary>
    public async Task MakeAllAsync(CancellationToken cancellationToken)
    {
        using var acting = CallerContext.Become(Component);
        while (await queue.ReceiveAsync(cancellationToken) is { } order)
        {
            var space = grains.GetGrain<ISpaceGrain>(order.Space);
            var asked = await space.ExportToMake(order.Export);
            if (asked.Accepted && await GatherAsync(space, asked.Value, order.Space) is { } content)
            {
                await MakeAsync(space, order, content, cancellationToken);
            }

            await queue.DoneAsync(order, cancellationToken);
        }
    }

    /// <summary>What the archive is to hold; nothing where who asked may read no longer.</summary>
    private async Task<ExportContent?> GatherAsync(ISpaceGrain space, Export export, string id)
    {
        using var acting = CallerContext.Become(export.By);
        var read = await space.ReadSpace(Envelope.Once(), new([], AccessContext.Ordinary));
        var history = await space.History(Envelope.Once(), new ReadHistory());
        if (!read.Accepted || !history.Accepted)
        {
            return null;
        }

        var proof = await space.ProveHistory(Envelope.Once(), new ProveHistory());
        return new(ExportedSpace.Of(SpaceId.Parse(id, null), read.Value, time.GetUtcNow()), history.Value.Entries, proof.Value);
    }

    private async Task MakeAsync(ISpaceGrain space, ExportOrder order, ExportContent content, CancellationToken cancellationToken)
    {
        var stored = await StoreAsync(space, order, content, cancellationToken);
        var made = new DocumentContent(stored.Blob, stored.Key, stored.Length, stored.Sha256, stored.Sha1);
        var finished = await space.FinishExport(Envelope.Once(), new FinishExport(order.Export, made));
        if (finished.Value?.Archive != made)
        {
            // Somebody else was faster, or it is wanted no longer.
            await vault.DeleteAsync(stored, cancellationToken);
        }
    }

    /// <summary>The archive is written into one end of a pipe, and encrypted and stored from the other.</summary>
    private async Task<VaultedContent> StoreAsync(ISpaceGrain space, ExportOrder order, ExportContent content, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer, space, order, content, ended.Token);
        try
        {
            await using var reader = pipe.Reader.AsStream();
            return await vault.WriteAsync(JournalId.Parse(order.Space), order.Export, reader, MostBytes, cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await writing;
        }
    }

    // What goes wrong here is told at the other end of the pipe.
    private async Task WriteAsync(PipeWriter pipe, ISpaceGrain space, ExportOrder order, ExportContent content, CancellationToken cancellationToken)
    {
        var (total, told) = (content.Space.Documents.Count, 0);
        async Task TellAsync(int documents)
        {
            var percent = documents * 95 / total;
            if (percent >= told + Step)
            {
                told = percent;
                await space.TellExportProgress(order.Export, percent);
            }
        }

        try
        {
            await archive.WriteAsync(pipe.AsStream(leaveOpen: true), content, TellAsync, cancellationToken);
            await pipe.CompleteAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await pipe.CompleteAsync(failure);
        }
    }

    [LoggerMessage(1321, LogLevel.Warning, "The making of an archive broke off ({Kind}); it is begun again.")]
    private static partial void LogBrokenOff(ILogger logger, string kind);
}
