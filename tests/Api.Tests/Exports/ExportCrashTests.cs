using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Exports;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Exports;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Tests.Exports;

/// <summary>The process that makes an archive ends at each of its storage calls in turn, before and after it took effect.</summary>
public sealed class ExportCrashTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("%PDF-1.7 fictive");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_answered_is_ready_once_and_whole_in_the_end_and_goes_after_its_time(bool afterwards)
    {
        var (call, died) = (0, true);
        while (died)
        {
            died = await LivesAsync(++call, afterwards);
        }

        // The script takes that many calls: traces, the request, the document, the history, the archive, its end.
        Assert.InRange(call, 15, 150);
    }

    private static async Task<bool> LivesAsync(int call, bool afterwards)
    {
        var stores = new Stores();
        stores.Clock.StopAt(Now);
        var id = SpaceId.Random();
        Guid? promised = null;
        await using (var mortal = await RunningGrains.StartAsync(stores))
        {
            await FillAsync(mortal, id);
            stores.Process.DiesAt(call, afterwards);
            try
            {
                promised = await RequestAsync(mortal, id);
                await MakerOf(mortal).MakeAllAsync(CancellationToken.None);
            }
            catch (Exception ended) when (ended is StorageTroubleException or StorageUnavailableException)
            {
                // The process is no more.
            }
        }

        var died = stores.Process.IsDead;
        stores.Process.Restarts();
        await using var next = await RunningGrains.StartAsync(stores);
        await LaterAsync(next, Now.AddHours(1));
        await MakerOf(next).MakeAllAsync(CancellationToken.None);
        await AssertReadyAsync(next, id, promised);

        await LaterAsync(next, Now.AddHours(1) + Export.Lifetime);
        using var acting = CallerContext.Become(new Caller.Holder(id));
        Assert.Empty((await SpaceOf(next, id).Exports()).Exports);
        return died;
    }

    private static async Task AssertReadyAsync(RunningGrains grains, SpaceId id, Guid? promised)
    {
        // A request that was not answered may stand all the same: then it is carried out, too.
        using var acting = CallerContext.Become(new Caller.Holder(id));
        var told = (await SpaceOf(grains, id).Exports()).Exports.SingleOrDefault();
        Assert.True(told is null ? promised is null : told.Id == (promised ?? told.Id));
        if (told is null)
        {
            return;
        }

        Assert.Equal(ExportState.Ready, told.State);
        var archive = (await SpaceOf(grains, id).DownloadExport(Envelope.Once(), new(told.Id))).Value!.Archive!;
        await using var content = await grains.Services.GetRequiredService<IVault>().OpenReadAsync(
            new(archive.Blob, archive.Key, archive.Length, archive.Sha256, archive.Sha1), 0, archive.Length, CancellationToken.None);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        using var zip = new ZipArchive(bytes);
        await using var file = await zip.GetEntry("documents/00001.pdf")!.OpenAsync();
        using var document = new MemoryStream();
        await file.CopyToAsync(document);
        Assert.Equal(Content, document.ToArray());
        Assert.NotNull(zip.GetEntry("index.html"));
    }

    private static async Task LaterAsync(RunningGrains grains, DateTimeOffset instant)
    {
        grains.Stores.Clock.StopAt(instant);
        await grains.SweepAsync();
        await grains.FallDueAsync();
        await grains.FallDueAsync();
    }

    private static async Task FillAsync(RunningGrains grains, SpaceId id)
    {
        using (CallerContext.Become(new Caller.Holder(id)))
        {
            Assert.True((await SpaceOf(grains, id).Activate(Envelope.Once(), Fictive.Activation(grains.Stores))).Accepted);
        }

        using var content = new MemoryStream(Content);
        var stored = await grains.Services.GetRequiredService<IVault>().WriteAsync(JournalId.Parse(id.Value), Guid.NewGuid(), content, 1000, CancellationToken.None);
        using var acting = CallerContext.Become(Fictive.Laboratory);
        var deposit = Fictive.Deposit(grains.Stores) with { Content = new DocumentContent(stored.Blob, stored.Key, stored.Length, stored.Sha256, stored.Sha1) };
        Assert.True((await SpaceOf(grains, id).Deposit(Envelope.Once(), deposit)).Accepted);
    }

    private static async Task<Guid> RequestAsync(RunningGrains grains, SpaceId id)
    {
        using var acting = CallerContext.Become(new Caller.Holder(id));
        return (await SpaceOf(grains, id).RequestExport(Envelope.Once(), new())).Value!.Id;
    }

    private static ExportMaker MakerOf(RunningGrains grains)
    {
        var types = grains.Services.GetRequiredService<ReferenceData>().Types;
        var archive = ActivatorUtilities.CreateInstance<ExportArchive>(grains.Services, new ExportBundles(types, "https://localhost/fhir"), new ExportPage(types));
        return ActivatorUtilities.CreateInstance<ExportMaker>(grains.Services, archive);
    }

    private static ISpaceGrain SpaceOf(RunningGrains grains, SpaceId id) => grains.Factory.GetGrain<ISpaceGrain>(id.Value);
}
