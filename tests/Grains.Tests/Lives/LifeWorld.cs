using System.Text;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Erasure;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Vault;
using Orleans.Runtime;

namespace MonEspaceSante.Grains.Tests.Lives;

/// <summary>One person's space with a document in the vault, on a platform that can be ended and started again, at a clock that the test moves.</summary>
internal sealed class LifeWorld : IAsyncDisposable
{
    public const string Canary = "Anna a vu le docteur";

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    private RunningGrains _grains = null!;

    public SpaceId Id { get; } = SpaceId.Random();

    public Stores Stores { get; } = new();

    public JournalId Journal => JournalId.Parse(Id.Value);

    public SpaceKeys Keys => new(Stores.Blobs, Stores.Ring);

    public INotificationsGrain Notices => _grains.Factory.GetGrain<INotificationsGrain>(Id.Value);

    private ISpaceGrain Space => _grains.Factory.GetGrain<ISpaceGrain>(Id.Value);

    public static async Task<LifeWorld> BeginAsync()
    {
        var world = new LifeWorld();
        world.Stores.Clock.StopAt(Start);
        await world.RestartAsync();
        await world.AsHolder(space => space.Activate(Envelope.Once(), Fictive.Activation(world.Stores)));
        var content = await new BlobVault(world.Stores.Blobs).WriteAsync(
            world.Journal, Guid.NewGuid(), new MemoryStream(Encoding.UTF8.GetBytes(Canary)), 1_000, CancellationToken.None);
        var deposit = Fictive.Deposit(world.Stores);
        using (CallerContext.Become(Fictive.Laboratory))
        {
            await world.Space.Deposit(Envelope.Once(), deposit with
            {
                Draft = deposit.Draft with { Title = Canary },
                Content = new(content.Blob, content.Key, content.Length, content.Sha256, content.Sha1),
            });
        }

        using (CallerContext.Become(new Caller.Holder(world.Id)))
        {
            await world.Notices.KnowAddress(Envelope.Once(), new KnowAddress("anna@example.test"));
        }

        await world.SettleAsync();
        return world;
    }

    public async Task<T> AsHolder<T>(Func<ISpaceGrain, Task<T>> act) => await As(new Caller.Holder(Id), act);

    public async Task<T> AsInsurer<T>(Func<ISpaceGrain, Task<T>> act) => await As(new Caller.Platform("insurer"), act);

    public async Task<T> As<T>(Caller caller, Func<ISpaceGrain, Task<T>> act)
    {
        using var acting = CallerContext.Become(caller);
        return await act(Space);
    }

    /// <summary>Somebody asks for the erasure of the notices.</summary>
    public async Task ErasingAs(Caller caller)
    {
        using var acting = CallerContext.Become(caller);
        await _grains.Factory.GetGrain<IErasable>(GrainId.Create("notifications", Id.Value)).EraseContent();
    }

    public async Task<SpaceStatus> StatusAsync() => (await AsHolder(space => space.Life())).Value!.Status;

    /// <summary>Time passes; whatever has fallen due on the way is called back.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Stores.Clock.Pass(time);
        await WakeAsync();
    }

    /// <summary>Everything that is due is called back, and what is to be sent is sent.</summary>
    public async Task WakeAsync()
    {
        await SettleAsync();
        await _grains.FallDueAsync();
        await _grains.FallDueAsync();
        await SettleAsync();
    }

    /// <summary>The process ends and another one begins, on the same stores.</summary>
    public async Task RestartAsync()
    {
        if (_grains is not null)
        {
            await _grains.DisposeAsync();
        }

        Stores.Process.Restarts();
        _grains = await RunningGrains.StartAsync(Stores);
    }

    public async ValueTask DisposeAsync() => await _grains.DisposeAsync();

    // What is published beside an answer stands once a visit has made sure of it; a reading waits for its turn behind the deliveries.
    private async Task SettleAsync()
    {
        for (var visit = 0; visit < 100 && await As(new Caller.Platform("outbox"), space => space.Flush()); visit++)
        {
            await NoticesReadAsync();
        }

        await NoticesReadAsync();
    }

    private async Task NoticesReadAsync()
    {
        using var acting = CallerContext.Become(new Caller.Holder(Id));
        await Notices.Read();
    }
}
