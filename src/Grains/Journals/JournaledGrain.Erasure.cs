using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Journals;

/// <content>What it held is erased by the destruction of its keys; what happened stays countable.</content>
internal abstract partial class JournaledGrain<TEvent>
{
    /// <summary>Whether the history of accesses was erased too: nothing at all is known here any more.</summary>
    protected bool HistoryErased => _journal!.HistoryErased;

    /// <inheritdoc cref="Erasure.IErasable.EraseContent"/>
    public async Task<string> EraseContent() => (await DestroyContent()).ToString();

    /// <inheritdoc cref="Erasure.IErasable.EraseHistory"/>
    public Task EraseHistory() => DestroyHistory();

    /// <summary>
    /// Destroys the keys of the content, and answers which journal this was. Repeated, it changes nothing. This activation ends: it still knows what is to be
    /// forgotten.
    /// </summary>
    protected Task<JournalId> DestroyContent() => Destroy(journal => journal.EraseContentAsync(CancellationToken.None));

    /// <summary>Destroys every key.</summary>
    protected Task<JournalId> DestroyHistory() => Destroy(journal => journal.EraseHistoryAsync(CancellationToken.None));

    private async Task<JournalId> Destroy(Func<IJournal, Task> destroy)
    {
        if (CallerContext.Required is not Caller.Platform)
        {
            throw new InvalidOperationException("Only the platform erases.");
        }

        DeactivateOnIdle();
        try
        {
            // A snapshot under way would come back after its removal.
            await _snapshot;
            await destroy(_journal!);
            return JournalId;
        }
        catch (StorageUnavailableException trouble)
        {
            throw new StorageTroubleException(trouble.Message);
        }
    }

    // Under the key of the trace, while there is one.
    private bool IsLeftToTell(IReadOnlyList<TEvent> events, IReadOnlyList<Notice> notices) =>
        !_journal!.HistoryErased && notices.Count == 0 && events.All(happened => ClassOf(happened) is KeyClass.Trace or KeyClass.Technical);
}
