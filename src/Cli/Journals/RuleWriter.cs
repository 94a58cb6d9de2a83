using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Journals;

/// <summary>
/// Writes straight into the journals of grains, as they would: the same rules, the same entries. Whoever of the two appends second is refused
/// by the store and reads the journal again, so both may run at the same time.
/// </summary>
internal sealed class RuleWriter<TState, TEvent>(IJournalStore journals, JournalFormat<TState, TEvent> format)
    where TEvent : class
{
    private const int Tries = 5;

    // An entry with the longest sheet takes about 5 KB, and a block holds 4 MiB.
    private const int LargestAppend = 500;

    // Snapshots are the grain's own: a version that none has makes the journal be read from its first entry.
    private const int NoSnapshot = -1;

    /// <summary>What the journal <paramref name="id"/> tells.</summary>
    public async Task<TState> ReadAsync(JournalId id, CancellationToken cancellationToken) => (await OpenAsync(id, cancellationToken)).State;

    /// <summary>Asks <paramref name="rules"/>, in their order, and answers what each decided once it is durable.</summary>
    /// <param name="id">The journal that is written.</param>
    /// <param name="rules">Each sees what those before it have decided.</param>
    /// <param name="before">Done with the decisions before they are written: what must not be lost if the process ends in between.</param>
    /// <param name="cancellationToken">Ends the reading; what is being written is waited for.</param>
    /// <exception cref="OutcomeUnknownException">Somebody else wrote each time, or the store does not answer.</exception>
    public async Task<IReadOnlyList<Decision<TEvent, TAnswer>>> WriteAsync<TAnswer>(
        JournalId id, IReadOnlyList<Func<TState, Decision<TEvent, TAnswer>>> rules, CancellationToken cancellationToken,
        Func<IReadOnlyList<Decision<TEvent, TAnswer>>, Task>? before = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(id, rules, before, cancellationToken);
            }
            catch (OutcomeUnknownException) when (attempt < Tries)
            {
                // Read again what stands there, and decide on that.
            }
        }
    }

    private async Task<List<Decision<TEvent, TAnswer>>> TryWriteAsync<TAnswer>(
        JournalId id, IReadOnlyList<Func<TState, Decision<TEvent, TAnswer>>> rules, Func<IReadOnlyList<Decision<TEvent, TAnswer>>, Task>? before,
        CancellationToken cancellationToken)
    {
        var (journal, state) = await OpenAsync(id, cancellationToken);
        var decisions = new List<Decision<TEvent, TAnswer>>(rules.Count);
        foreach (var rule in rules)
        {
            var decision = rule(state);
            foreach (var happened in decision.Events)
            {
                format.Apply(state, happened);
            }

            decisions.Add(decision);
        }

        if (before is not null)
        {
            await before(decisions);
        }

        var run = Guid.NewGuid();
        foreach (var events in decisions.SelectMany(decision => decision.Events).Chunk(LargestAppend))
        {
            // Not cancelled: an append that is under way is waited for.
            await journal.AppendAsync([.. events.Select(happened => format.Entry(run, happened))], CancellationToken.None);
        }

        return decisions;
    }

    private async Task<(IJournal Journal, TState State)> OpenAsync(JournalId id, CancellationToken cancellationToken)
    {
        var state = format.Empty(id);
        var journal = await journals.OpenAsync(
            id, NoSnapshot, _ => { }, entry => format.Replay(entry, state), cancellationToken);
        return (journal, state);
    }
}
