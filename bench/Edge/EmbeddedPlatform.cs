using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Edge;

/// <summary>The platform in this process, over a folder: what fills it, and what measures grains without HTTP.</summary>
internal sealed class EmbeddedPlatform : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmbeddedPlatform(WebApplication app)
    {
        _app = app;
        Grains = app.Services.GetRequiredService<IGrainFactory>();
        Vault = app.Services.GetRequiredService<IVault>();
    }

    public IGrainFactory Grains { get; }

    public IVault Vault { get; }

    /// <summary>The listener that asks for certificates: the second that is opened.</summary>
    public Uri Professionals => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(1));

    /// <summary>What the platform is made of; the bench of exports needs more of it than the edge's.</summary>
    public IServiceProvider Services => _app.Services;

    public static async Task<EmbeddedPlatform> StartAsync(string folder, Action<IServiceCollection>? configure = null)
    {
        string[] settings =
        [
            $"--Storage:Folder={folder}", "--Listeners:Citizens=0", "--Listeners:Professionals=0", "--Listeners:Operations=0", "--Demo=false",
            "--Logging:LogLevel:Default=Warning",
        ];
        var app = Platform.Build(settings, configure);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Somebody on the citizens' listener, which is opened first.</summary>
    public HttpClient Client()
    {
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        // The bench measures requests; the server is this process.
#pragma warning disable CA5399, CA5359
        return new(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { BaseAddress = new(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)) };
#pragma warning restore CA5399, CA5359
    }

    public ISpaceGrain Space(SpaceId space) => Grains.GetGrain<ISpaceGrain>(space.Value);

    /// <summary>Names the person to the platform, so that professionals find the space by matricule.</summary>
    public async Task<SpaceId> EnrolAsync(HolderSheet holder)
    {
        using var acting = CallerContext.Become(new Caller.Platform("bench"));
        var secret = await _app.Services.GetRequiredService<IKeyRing>().PurposeKeyAsync("identity", CancellationToken.None);
        var key = BlindKey.Of(holder.Ins, secret.Span);
        var enrolled = await Grains.GetGrain<IIdentityBucketGrain>(key.Bucket).Enrol(Envelope.Once(), new EnrolPerson(key, SpaceId.Random(), holder));
        return Taken(enrolled).Space;
    }

    /// <summary>Deposits <paramref name="content"/> through vault and space, as the edge does.</summary>
    public async Task<DepositReceipt> DepositAsync(SpaceId space, HolderSheet holder, byte[] content)
    {
        using var stream = new MemoryStream(content);
        var stored = await Vault.WriteAsync(JournalId.Parse(space.Value), Guid.NewGuid(), stream, content.Length, CancellationToken.None);
        return await DepositAsync(
            space, holder, Fictive.BloodTest(), new DocumentContent(stored.Blob, stored.Key, stored.Length, stored.Sha256, stored.Sha1));
    }

    public async Task<DepositReceipt> DepositAsync(SpaceId space, HolderSheet holder, DocumentDraft draft, DocumentContent content)
    {
        using var acting = CallerContext.Become(Fictive.Laboratory);
        return Taken(await Space(space).Deposit(Envelope.Once(), new DepositDocument(holder, draft, content)));
    }

    /// <summary>A resource enters the space, written by the attending doctor.</summary>
    public async Task RecordAsync(SpaceId space, HolderSheet holder, byte[] json)
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        var resource = FhirResource.FromJson(json).Value!;
        var draft = new ResourceDraft(resource.Type, KeptBody.Of(resource).Value, SearchIndexer.Index(resource, space));
        Taken(await Space(space).CarryOut(Envelope.Once(), new(holder, Fictive.Ordinary, [new ResourceWrite.Record(draft, resource.Type)])));
    }

    /// <summary>What was answered; a refusal ends the bench.</summary>
    public static T Taken<T>(Outcome<T> outcome) =>
        outcome.Accepted ? outcome.Value : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Refused: {outcome.Refusal.English}"));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
