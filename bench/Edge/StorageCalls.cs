using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Queues;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Edge;

/// <summary>The calls of each operation at the storage ports, beside what the storage design promises (section 11).</summary>
internal sealed class StorageCalls(EmbeddedPlatform platform, CountingStore store)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SpaceId _space = SpaceId.Random();
    private readonly HolderSheet _holder = Fictive.Holder(0);
    private bool _asDesigned = true;
    private int _notices;

    /// <summary>Prints the table; answers whether every line is as designed.</summary>
    public static async Task<bool> ReportAsync()
    {
        using var folder = new TemporaryFolder();
        var store = new CountingStore();
        Console.WriteLine("\n| Operation | Storage calls | As designed |\n|---|---|---|");
        SpaceId used;
        bool asDesigned;
        await using (var platform = await StartAsync(folder, store))
        {
            var warm = new StorageCalls(platform, store);
            await warm.CountCommandsAsync();
            (used, asDesigned) = (warm._space, warm._asDesigned);
        }

        // After a restart every space is cold.
        await using var restarted = await StartAsync(folder, store);
        var cold = new StorageCalls(restarted, store);
        await cold.CountAsync("space never used, first call", "3 read", () => restarted.Space(SpaceId.Random()).Exists(cold._holder));
        await cold.CountAsync("space with documents, first call", "3 read", () => restarted.Space(used).Exists(cold._holder));
        return asDesigned && cold._asDesigned;
    }

    private static Task<EmbeddedPlatform> StartAsync(TemporaryFolder folder, CountingStore store) =>
        EmbeddedPlatform.StartAsync(folder.Path, services => services.AddSingleton<IBlobStore>(store).AddSingleton<IQueueStore>(store));

    private async Task CountCommandsAsync()
    {
        // The first of everything: keys are made, the doctor is met, and the receiver of notices wakes up.
        var owner = new Caller.Holder(_space);
        using (CallerContext.Become(owner))
        {
            EmbeddedPlatform.Taken(await platform.Space(_space).Activate(Envelope.Once(), new ActivateSpace(_holder, new PrivacyChoices(false, true, true, false))));
        }

        var document = await platform.DepositAsync(_space, _holder, Fictive.Content(100_000));
        await NoticesAsync(1);
        await AsAsync(Fictive.Doctor, () => platform.Space(_space).List(Envelope.Once(), List));
        await NoticesAsync(1);

        await CountAsync("command without notification", "1 append", () =>
            AsAsync(owner, () => platform.Space(_space).Hide(Envelope.Once(), new HideDocument(document.LogicalId, true, Fictive.Ordinary))));
        await CountAsync("list read by a professional", "1 append", () =>
            AsAsync(Fictive.Doctor, () => platform.Space(_space).List(Envelope.Once(), List)));
        await CountAsync("document of 100 KB read", "1 append, 1 read", () => OpenAsync(document.LogicalId));
        await CountAsync("document of 100 KB deposited, holder notified", "2 append, 1 commit, 1 send, 1 stage", () => DepositAsync(100_000));
        await CountAsync("document of 9 MB deposited, holder notified", "2 append, 1 commit, 1 send, 3 stage", () => DepositAsync(9_000_000));
    }

    private static ListDocuments List { get; } = new(ResourceQuery.Where(), Fictive.Ordinary);

    private async Task OpenAsync(Guid document)
    {
        var opened = await AsAsync(Fictive.Doctor, () => platform.Space(_space).Open(Envelope.Once(), new OpenDocument(document, Content: true, Fictive.Ordinary)));
        var content = opened.Sheet.Content;
        await using var stream = await platform.Vault.OpenReadAsync(
            new VaultedContent(content.Blob, content.Key, content.Length, content.Sha256, content.Sha1), 0, content.Length, CancellationToken.None);
        await stream.CopyToAsync(Stream.Null);
    }

    private async Task DepositAsync(int length)
    {
        await platform.DepositAsync(_space, _holder, Fictive.Content(length));
        await NoticesAsync(1);
    }

    // Waits until the receiver has taken in so many more.
    private async Task NoticesAsync(int more)
    {
        _notices += more;
        using var acting = CallerContext.Become(new Caller.Holder(_space));
        var mailbox = platform.Grains.GetGrain<INotificationsGrain>(_space.Value);
        using var patience = new CancellationTokenSource(Patience);
        while (EmbeddedPlatform.Taken(await mailbox.Read()).Notices.Count < _notices)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static async Task<T> AsAsync<T>(Caller caller, Func<Task<Outcome<T>>> call)
    {
        using var acting = CallerContext.Become(caller);
        return EmbeddedPlatform.Taken(await call());
    }

    private async Task CountAsync(string operation, string designed, Func<Task> run)
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        store.Reset();
        await run();
        var calls = store.Calls;
        _asDesigned &= calls == designed;
        Console.WriteLine($"| {operation} | {calls} | {(calls == designed ? "yes" : $"NO: {designed}")} |");
    }
}
