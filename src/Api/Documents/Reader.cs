using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Documents;

/// <summary>Reads in a space for a caller: their own quota first, then the space decides, traces, and discloses.</summary>
internal sealed class Reader(IGrainFactory grains, QuotaDesk quotas)
{
    public Task<Outcome<DocumentList>> ListAsync(Caller caller, SpaceId space, ListDocuments command) =>
        Within(caller, space, command.Context, there => there.List(Envelope.Once(), command));

    public Task<Outcome<Page<Submission>>> ListSetsAsync(Caller caller, SpaceId space, ListSubmissions command) =>
        Within(caller, space, command.Context, there => there.ListSubmissions(Envelope.Once(), command));

    public Task<Outcome<OpenedDocument>> OpenAsync(Caller caller, SpaceId space, OpenDocument command) =>
        Within(caller, space, command.Context, there => there.Open(Envelope.Once(), command));

    /// <summary>The submission set <paramref name="id"/>: one that has no document for the caller is as unknown as one that never was.</summary>
    public Task<Outcome<Submission>> OpenSetAsync(Caller caller, SpaceId space, Guid id, AccessContext access) => Within(caller, space, access, async there =>
    {
        var query = ResourceQuery.Where(new Clause(Clause.Id, Modifier.None, [new Sought.Link(null, id)]));
        var found = await there.ListSubmissions(Envelope.Once(), new(query, access));
        return found.Accepted ? found.Value.Matches is [var set] ? set : (Outcome<Submission>)DocumentRefusals.Unknown : found.Refusal;
    });

    /// <summary>The versions of a sheet that the caller may see, one at least.</summary>
    public Task<Outcome<DocumentHistory>> HistoryAsync(Caller caller, SpaceId space, ReadDocumentHistory command) => Within(caller, space, command.Context, async there =>
    {
        var history = await there.ReadDocumentHistory(Envelope.Once(), command);
        return history.Value is { Versions.Count: 0 } ? DocumentRefusals.Unknown : history;
    });

    private async Task<Outcome<T>> Within<T>(Caller caller, SpaceId space, AccessContext context, Func<ISpaceGrain, Task<Outcome<T>>> read)
    {
        var allowed = await quotas.ReadAsync(caller, space, context);
        if (!allowed.Accepted)
        {
            return allowed.Refusal;
        }

        var answer = await read(grains.GetGrain<ISpaceGrain>(space.Value));
        if (answer.Refusal?.Kind is RefusalKind.NotFound)
        {
            // Hidden, blocked and absent count alike: the count tells a thief no more than the answer.
            await quotas.RefusedAsync(caller);
        }

        return answer;
    }
}
